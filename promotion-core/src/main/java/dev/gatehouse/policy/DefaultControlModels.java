package dev.gatehouse.policy;

import static dev.gatehouse.risk.ChangeClass.APPLICATION;
import static dev.gatehouse.risk.ChangeClass.INFRASTRUCTURE;
import static dev.gatehouse.risk.ChangeClass.MIGRATION;
import static dev.gatehouse.risk.RiskLevel.CRITICAL;
import static dev.gatehouse.risk.RiskLevel.HIGH;
import static dev.gatehouse.risk.RiskLevel.LOW;
import static dev.gatehouse.risk.RiskLevel.MEDIUM;

import dev.gatehouse.evidence.EvidenceDemand;
import dev.gatehouse.evidence.KnownChecks;
import dev.gatehouse.risk.ChangeClass;
import dev.gatehouse.risk.RiskLevel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The control models that apply where gatehouse.yaml says nothing; it may only tighten them. */
public final class DefaultControlModels {
  /**
   * The window, on request, in which people are at work; it binds where gatehouse.yaml defines it.
   */
  public static final String WORKING_HOURS = "working-hours";

  private static final Duration VALID = Duration.ofDays(7);
  private static final Duration MONTH = Duration.ofDays(30);
  private static final List<Slice> ONE_BY_ONE = List.of(Slice.EACH);
  private static final List<EvidenceDemand> TRUST = facts("trust.tests", "trust.signed");
  private static final List<EvidenceDemand> DONE =
      and(TRUST, fact("doc.readme"), fact("own.catalog"));
  private static final List<EvidenceDemand> REHEARSED =
      and(DONE, fact("doc.runbook"), fact("rehearsal", MONTH));
  private static final List<EvidenceDemand> LIVE = facts("diff.live");
  private static final List<EvidenceDemand> RESTORABLE =
      and(LIVE, fact("tenants.told"), fact("blast.list"), fact("restore.point"));
  private static final List<EvidenceDemand> MOVED =
      List.of(
          fact("rehearsal"),
          fact("restore.test", Duration.ofDays(7)),
          fact("source.paused"),
          fact("orphan.proof"));
  private static final List<EvidenceDemand> LOST =
      and(MOVED, fact("change.record"), fact("deletion.list"));

  private DefaultControlModels() {}

  /** Returns the models of every class and level. */
  public static ControlModels all() {
    List<ControlModel> models = new ArrayList<>();
    for (ChangeClass changeClass : ChangeClass.values()) {
      for (RiskLevel level : RiskLevel.values()) {
        models.add(of(changeClass, level));
      }
    }
    return new ControlModels(models);
  }

  private static ControlModel of(ChangeClass changeClass, RiskLevel level) {
    if (level == CRITICAL) {
      return migration("critical", changeClass, CRITICAL, LOST, true);
    }
    return switch (changeClass) {
      case APPLICATION -> application(level);
      case INFRASTRUCTURE -> level == HIGH ? infrastructureHigh() : infrastructure(level);
      case MIGRATION -> migration("migration", MIGRATION, level, MOVED, false);
    };
  }

  private static ControlModel application(RiskLevel level) {
    if (level == LOW) {
      return new ControlModel(
          "application-low",
          APPLICATION,
          LOW,
          List.of(Slice.count(1), Slice.REST),
          Bake.of(Duration.ofMinutes(15)),
          Bake.of(Duration.ofMinutes(15)),
          ApprovalRule.NONE,
          TRUST,
          Set.of(),
          WayBack.REVERT,
          false);
    }
    boolean medium = level == MEDIUM;
    return new ControlModel(
        medium ? "application-medium" : "application-high",
        APPLICATION,
        level,
        medium ? sizes(25) : sizes(10, 50),
        Bake.of(medium ? Duration.ofHours(1) : Duration.ofHours(12)),
        Bake.of(medium ? Duration.ofMinutes(30) : Duration.ofHours(2)),
        medium ? people(Quorum.of(1, "owner")) : people(Quorum.of(1, "owner"), platform(1)),
        medium ? DONE : REHEARSED,
        medium ? Set.of() : Set.of(WORKING_HOURS),
        WayBack.REVERT,
        false);
  }

  private static ControlModel infrastructure(RiskLevel level) {
    return new ControlModel(
        "infrastructure",
        INFRASTRUCTURE,
        level,
        ONE_BY_ONE,
        Bake.of(Duration.ofHours(2)),
        Bake.of(Duration.ofHours(2)),
        people(platform(1)),
        LIVE,
        Set.of(),
        WayBack.ASK,
        false);
  }

  private static ControlModel infrastructureHigh() {
    return new ControlModel(
        "infrastructure-high",
        INFRASTRUCTURE,
        HIGH,
        ONE_BY_ONE,
        Bake.of(Duration.ofHours(12)),
        Bake.of(Duration.ofHours(4)),
        people(platform(2)),
        RESTORABLE,
        Set.of(),
        WayBack.ASK,
        false);
  }

  private static ControlModel migration(
      String name,
      ChangeClass changeClass,
      RiskLevel level,
      List<EvidenceDemand> evidence,
      boolean typed) {
    return new ControlModel(
        name,
        changeClass,
        level,
        List.of(Slice.count(1), Slice.count(1), Slice.percent(25), Slice.REST),
        Bake.of(Duration.ofHours(24)),
        Bake.of(Duration.ofHours(24)),
        people(platform(1), Quorum.of(1, "data-owner"), Quorum.of(1, "executor")),
        evidence,
        Set.of(),
        WayBack.FORWARD,
        typed);
  }

  private static List<Slice> sizes(int... percents) {
    List<Slice> slices = new ArrayList<>(List.of(Slice.count(1)));
    for (int percent : percents) {
      slices.add(Slice.percent(percent));
    }
    slices.add(Slice.REST);
    return slices;
  }

  private static ApprovalRule people(Quorum... quorums) {
    return new ApprovalRule(List.of(quorums), true, VALID);
  }

  private static Quorum platform(int count) {
    return Quorum.of(count, "platform");
  }

  private static EvidenceDemand fact(String check) {
    return new EvidenceDemand(KnownChecks.named(check), Optional.empty(), Optional.empty());
  }

  private static EvidenceDemand fact(String check, Duration maxAge) {
    return new EvidenceDemand(KnownChecks.named(check), Optional.of(maxAge), Optional.empty());
  }

  private static List<EvidenceDemand> facts(String... checks) {
    return Stream.of(checks).map(DefaultControlModels::fact).toList();
  }

  private static List<EvidenceDemand> and(List<EvidenceDemand> demands, EvidenceDemand... others) {
    return Stream.concat(demands.stream(), Stream.of(others)).toList();
  }
}
