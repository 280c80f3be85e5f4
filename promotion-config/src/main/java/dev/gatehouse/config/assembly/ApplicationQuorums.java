package dev.gatehouse.config.assembly;

import dev.gatehouse.config.document.ApplicationEntry;
import dev.gatehouse.config.document.ApprovalsEntry;
import dev.gatehouse.config.document.GatehouseDocument;
import dev.gatehouse.config.document.IdentitiesEntry;
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

/**
 * Judges the decisions of one application; used once, by one thread. What the file asks for and
 * nobody can give is a mistake; what only a built-in control model asks for is worth a look.
 */
final class ApplicationQuorums {
  private final ApplicationEntry application;
  private final GatehouseDocument document;
  private final Rulebook rulebook;
  private final Problems problems;
  private final Problems notices;
  private final List<Actor> people;
  private final Set<String> roles = new HashSet<>();
  private final Set<String> told;

  /** Creates the judge; {@code told} holds the notices that another application gave already. */
  ApplicationQuorums(
      ApplicationEntry application,
      GatehouseDocument document,
      Rulebook rulebook,
      Problems problems,
      Problems notices,
      Set<String> told) {
    this.application = application;
    this.document = document;
    this.rulebook = rulebook;
    this.problems = problems;
    this.notices = notices;
    this.told = told;
    this.people =
        rulebook.directory().actors().values().stream()
            .filter(actor -> actor.kind() == Actor.Kind.PERSON)
            .toList();
  }

  /** Judges each role by itself, then, if each can be filled, all that one change needs. */
  void check() {
    for (StageEntry stage : application.stages()) {
      for (ControlModel model : rulebook.models().models()) {
        asked(model, stage).approval().quorums().forEach(quorum -> alone(quorum, model, stage));
      }
    }
    if (roles.isEmpty()) {
      application.stages().forEach(this::together);
    }
  }

  private ControlModel asked(ControlModel model, StageEntry stage) {
    return rulebook.controls(
        model, application.name().value(), new StageName(stage.name().value()));
  }

  private void alone(Quorum quorum, ControlModel model, StageEntry stage) {
    List<String> members =
        people.stream()
            .filter(person -> quorum.groups().stream().anyMatch(person.groups()::contains))
            .map(Actor::id)
            .toList();
    if (members.size() >= quorum.count() || !roles.add(quorum.role())) {
      return;
    }
    Optional<Place> place = place(quorum, model, stage);
    String what =
        "In application '%s' %s can decide as '%s', which is filled by %s; %s asks for %s."
            .formatted(
                application.name(),
                members.isEmpty() ? "nobody" : "only " + Nearest.list(members),
                quorum.role(),
                String.join(", ", quorum.groups()),
                place.isPresent() ? "this" : "the built-in control model " + model.name(),
                quorum.label());
    note(place, what, quorum.role() + quorum.groups(), remedy(quorum));
  }

  private void note(Optional<Place> place, String what, String once, String next) {
    if (place.isPresent()) {
      problems.add(place.get(), ProblemCodes.UNFILLABLE_QUORUM, what, next);
    } else if (told.add(once)) {
      Place identities =
          document.identities().map(IdentitiesEntry::place).orElse(application.place());
      notices.add(identities, ProblemCodes.UNFILLABLE_QUORUM, what, next);
    }
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
      ControlModel controls = asked(model, stage);
      List<Quorum> missing = controls.approval().missing(people);
      String seats =
          String.join(" and ", controls.approval().quorums().stream().map(Quorum::label).toList());
      if (!missing.isEmpty() && roles.add(seats)) {
        int needed = controls.approval().seats();
        Optional<Place> place =
            controls.approval().quorums().stream()
                .flatMap(quorum -> place(quorum, model, stage).stream())
                .findFirst();
        note(
            place,
            "Changes of %s in stage '%s' of application '%s' need %s: %d different people, and only %d can be seated."
                .formatted(
                    Models.key(model.changeClass(), model.level()),
                    stage.name(),
                    application.name(),
                    seats,
                    needed,
                    needed - missing.size()),
            seats,
            "Add people to the groups of these roles; one person fills one seat only.");
      }
    }
  }

  /** Where a quorum was written: in the stage, in a control model of the file, or nowhere. */
  private Optional<Place> place(Quorum quorum, ControlModel model, StageEntry stage) {
    return written(stage.approvals(), quorum)
        .or(
            () ->
                document.controlModels().stream()
                    .filter(entry -> entry.classes().items().contains(model.changeClass()))
                    .filter(entry -> entry.levels().items().contains(model.level()))
                    .flatMap(entry -> written(entry.approvals(), quorum).stream())
                    .findFirst());
  }

  private static Optional<Place> written(Optional<ApprovalsEntry> approvals, Quorum quorum) {
    return approvals.flatMap(ApprovalsEntry::quorums).map(Listing::items).orElse(List.of()).stream()
        .filter(written -> written.value().role().equals(quorum.role()))
        .map(Located::place)
        .findFirst();
  }
}
