package dev.gatehouse.testkit.contract;

import dev.gatehouse.change.ApplicationName;
import dev.gatehouse.change.Artifact;
import dev.gatehouse.change.Author;
import dev.gatehouse.change.Change;
import dev.gatehouse.change.Revision;
import dev.gatehouse.history.ApplicationEvent;
import dev.gatehouse.history.PromotionEvent;
import dev.gatehouse.history.PromotionPhase;
import dev.gatehouse.history.Recorded;
import dev.gatehouse.history.ShardEvent;
import dev.gatehouse.history.StreamEvent;
import dev.gatehouse.history.StreamId;
import dev.gatehouse.identity.Actor;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import dev.gatehouse.stage.ShardName;
import dev.gatehouse.stage.StageName;
import dev.gatehouse.stage.TargetName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Small histories for the suites of stores; pure. */
public final class Histories {
  /** When everything in these histories happened. */
  public static final Instant AT = Instant.parse("2026-11-22T10:00:00.123456789Z");

  private static final Actor ANN = Actor.person("ann@example.org", "checkout-team", "release");

  private Histories() {}

  /** Returns the promotion with this name. */
  public static PromotionId id(String name) {
    return new PromotionId(name);
  }

  /** Returns the first event of a promotion. */
  public static Recorded proposed(PromotionId promotion, String application, String stage) {
    Change change =
        new Change(
            new ApplicationName(application),
            List.of(Artifact.parse("ghcr.io/acme/" + application + ":1.2.3")),
            Optional.empty(),
            List.of(new Author("ann@example.org")),
            "Grüße, 日本 and \ud83d\ude80");
    return recorded(promotion, 1, new PromotionEvent.Proposed(change, new StageName(stage)));
  }

  /** Returns an event that says no more than this text. */
  public static Recorded said(PromotionId promotion, long version, String text) {
    return recorded(promotion, version, new PromotionEvent.AbortRequested(text));
  }

  /** Returns the last event of a promotion. */
  public static Recorded ended(PromotionId promotion, long version) {
    return recorded(
        promotion,
        version,
        new PromotionEvent.Ended(PromotionPhase.SUCCEEDED, Optional.empty(), Optional.empty()));
  }

  /** Returns the event of a shard that freezes. */
  public static StreamEvent frozen(String shard, long version) {
    return new StreamEvent(
        new StreamId.Shard(new ShardName(shard)),
        version,
        AT,
        ANN,
        new ShardEvent.Frozen("Grüße: an upgrade", Optional.of(AT.plusSeconds(60))));
  }

  /** Returns the event of a shard that thaws. */
  public static StreamEvent thawed(String shard, long version) {
    return new StreamEvent(
        new StreamId.Shard(new ShardName(shard)),
        version,
        AT,
        ANN,
        new ShardEvent.Thawed("upgraded"));
  }

  /** Returns the event of an application whose desired state was changed without a promotion. */
  public static StreamEvent bypassFound(String application, long version) {
    return new StreamEvent(
        new StreamId.Application(new ApplicationName(application)),
        version,
        AT,
        ANN,
        new ApplicationEvent.BypassFound(
            new TargetName("checkout-prod"),
            new Revision("1".repeat(40)),
            new Reason(
                ReasonCode.of("stage-lost-change"),
                "The image was changed by hand.",
                "apps/checkout/prod",
                "Propose the same change.")));
  }

  private static Recorded recorded(PromotionId promotion, long version, PromotionEvent event) {
    return new Recorded(promotion, version, AT, ANN, event);
  }
}
