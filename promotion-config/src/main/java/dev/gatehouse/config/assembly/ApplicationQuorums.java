package dev.gatehouse.config.assembly;

import dev.gatehouse.config.document.ApplicationEntry;
import dev.gatehouse.config.document.ApprovalsEntry;
import dev.gatehouse.config.document.GatehouseDocument;
import dev.gatehouse.config.document.StageEntry;
import dev.gatehouse.config.problem.Nearest;
import dev.gatehouse.config.problem.Place;
import dev.gatehouse.config.problem.ProblemCodes;
import dev.gatehouse.config.problem.Problems;
import dev.gatehouse.config.shape.Listing;
import dev.gatehouse.config.shape.Located;
import dev.gatehouse.identity.Actor;
import dev.gatehouse.policy.ControlModel;
import dev.gatehouse.policy.Quorum;
import dev.gatehouse.policy.Rulebook;
import dev.gatehouse.stage.StageName;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Judges the decisions of one application; used once, by one thread. */
final class ApplicationQuorums {
  private final ApplicationEntry application;
  private final GatehouseDocument document;
  private final Rulebook rulebook;
  private final Problems problems;
  private final List<Actor> people;
  private final Set<String> told = new HashSet<>();

  ApplicationQuorums(
      ApplicationEntry application,
      GatehouseDocument document,
      Rulebook rulebook,
      Problems problems) {
    this.application = application;
    this.document = document;
    this.rulebook = rulebook;
    this.problems = problems;
    this.people =
        rulebook.directory().actors().values().stream()
            .filter(actor -> actor.kind() == Actor.Kind.PERSON)
            .toList();
  }

  /** Notes each role that too few people fill once, then each set of roles. */
  void check() {
    for (StageEntry stage : application.stages()) {
      for (ControlModel model : rulebook.models().models()) {
        ControlModel asked =
            rulebook.controls(
                model, application.name().value(), new StageName(stage.name().value()));
        asked.approval().quorums().forEach(quorum -> alone(quorum, model, stage));
      }
    }
    if (told.isEmpty()) {
      application.stages().forEach(this::together);
    }
  }

  private void alone(Quorum quorum, ControlModel model, StageEntry stage) {
    List<String> members =
        people.stream()
            .filter(person -> quorum.groups().stream().anyMatch(person.groups()::contains))
            .map(Actor::id)
            .toList();
    if (members.size() >= quorum.count() || !told.add(quorum.role())) {
      return;
    }
    Asked asked = asked(quorum, model, stage);
    String who = members.isEmpty() ? "nobody" : "only " + Nearest.list(members);
    problems.add(
        asked.place(),
        ProblemCodes.UNFILLABLE_QUORUM,
        "Here "
            + quorum.label()
            + " must approve"
            + asked.by()
            + ", and "
            + who
            + " can: the role '"
            + quorum.role()
            + "' is filled by "
            + String.join(", ", quorum.groups())
            + ".",
        remedy(quorum));
  }

  private String remedy(Quorum quorum) {
    Set<String> known = new TreeSet<>();
    people.forEach(person -> known.addAll(person.groups()));
    known.addAll(rulebook.roles().getOrDefault(application.name().value(), Map.of()).keySet());
    known.remove(quorum.role());
    return Nearest.to(quorum.role(), known)
            .map(guess -> "Did you mean '" + guess + "'? ")
            .orElse("")
        + "Add people to the group, or say under `roles` which groups fill the role.";
  }

  private void together(StageEntry stage) {
    for (ControlModel model : rulebook.models().models()) {
      ControlModel asked =
          rulebook.controls(model, application.name().value(), new StageName(stage.name().value()));
      List<Quorum> missing = asked.approval().missing(people);
      String seats =
          String.join(" and ", asked.approval().quorums().stream().map(Quorum::label).toList());
      if (!missing.isEmpty() && told.add(seats)) {
        problems.add(
            application.place(),
            ProblemCodes.UNFILLABLE_QUORUM,
            "For "
                + Models.key(model.changeClass(), model.level())
                + " changes in stage '"
                + stage.name()
                + "', "
                + seats
                + " must approve, and one person fills one seat only: "
                + asked.approval().seats()
                + " people are needed and "
                + (asked.approval().seats() - missing.size())
                + " can be seated.",
            "Add people to the groups of these roles.");
      }
    }
  }

  private record Asked(Place place, String by) {}

  /** Where the quorum was written: in the stage, in a control model of the file, or nowhere. */
  private Asked asked(Quorum quorum, ControlModel model, StageEntry stage) {
    String byModel = " (control model " + Models.key(model.changeClass(), model.level()) + ")";
    Optional<Place> inStage = written(stage.approvals(), quorum);
    if (inStage.isPresent()) {
      return new Asked(inStage.get(), "");
    }
    return document.controlModels().stream()
        .filter(e -> e.classes().items().contains(model.changeClass()))
        .filter(e -> e.levels().items().contains(model.level()))
        .flatMap(e -> written(e.approvals(), quorum).stream())
        .findFirst()
        .map(place -> new Asked(place, " in application '" + application.name() + "'"))
        .orElse(new Asked(application.place(), byModel));
  }

  private static Optional<Place> written(Optional<ApprovalsEntry> approvals, Quorum quorum) {
    return approvals.flatMap(ApprovalsEntry::quorums).map(Listing::items).orElse(List.of()).stream()
        .filter(q -> q.value().role().equals(quorum.role()))
        .map(Located::place)
        .findFirst();
  }
}
