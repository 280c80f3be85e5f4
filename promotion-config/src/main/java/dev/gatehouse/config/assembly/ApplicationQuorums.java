package dev.gatehouse.config.assembly;

import dev.gatehouse.change.ApplicationName;
import dev.gatehouse.config.document.ApplicationEntry;
import dev.gatehouse.config.document.ApprovalsEntry;
import dev.gatehouse.config.document.GatehouseDocument;
import dev.gatehouse.config.document.IdentitiesEntry;
import dev.gatehouse.config.document.RollbacksEntry;
import dev.gatehouse.config.document.StageEntry;
import dev.gatehouse.config.problem.Place;
import dev.gatehouse.config.problem.ProblemCodes;
import dev.gatehouse.config.problem.Problems;
import dev.gatehouse.config.shape.Listing;
import dev.gatehouse.config.shape.Located;
import dev.gatehouse.identity.Actor;
import dev.gatehouse.policy.ApprovalRule;
import dev.gatehouse.policy.ControlModel;
import dev.gatehouse.policy.Quorum;
import dev.gatehouse.policy.Rulebook;
import dev.gatehouse.reason.Nearest;
import dev.gatehouse.risk.ChangeClass;
import dev.gatehouse.risk.RiskLevel;
import dev.gatehouse.stage.StageName;
import java.time.Duration;
import java.util.Comparator;
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

  /** Judges each role on its own, then all that one change needs where each can be filled. */
  void check() {
    for (StageEntry stage : application.stages()) {
      for (ControlModel model : rulebook.models().models()) {
        asked(model, stage)
            .approval()
            .quorums()
            .forEach(quorum -> alone(quorum, model.name(), place(quorum, model, stage)));
      }
    }
    application.stages().forEach(this::together);
    rollback();
  }

  private ControlModel asked(ControlModel model, StageEntry stage) {
    return rulebook.controls(model, name(), new StageName(stage.name().value()));
  }

  /** Judges what a rollback asks for, which is the same in every stage. */
  private void rollback() {
    ControlModel model =
        rulebook.filled(rulebook.rollback().model(ChangeClass.APPLICATION, RiskLevel.LOW), name());
    Optional<ApprovalsEntry> written = document.rollbacks().flatMap(RollbacksEntry::approvals);
    List<Quorum> quorums = model.approval().quorums();
    quorums.forEach(quorum -> alone(quorum, model.name(), written(written, quorum)));
    if (quorums.stream().allMatch(this::isFillable) && !ofPeople(quorums).isEmpty()) {
      int needed = model.approval().seats();
      note(
          written(written, quorums.get(0)),
          "A rollback of application '%s' needs %s: %d different people, and only %d can be seated."
              .formatted(
                  application.name(),
                  String.join(" and ", quorums.stream().map(Quorum::label).toList()),
                  needed,
                  needed - ofPeople(quorums).size()),
          "rollback",
          "Add people to the groups of these roles; one person fills one seat only.");
    }
  }

  private void alone(Quorum quorum, String model, Optional<Place> place) {
    if (isFillable(quorum) || !roles.add(quorum.role())) {
      return;
    }
    List<String> members = members(quorum);
    String what =
        "%s asks for %s, and in application '%s' %s in its groups (%s)."
            .formatted(
                place.isPresent() ? "This" : "The built-in control model " + model,
                quorum.label(),
                application.name(),
                members.isEmpty()
                    ? "nobody is"
                    : "only " + Nearest.list(members) + (members.size() == 1 ? " is" : " are"),
                String.join(", ", quorum.groups()));
    note(place, what, quorum.role() + quorum.groups(), remedy(quorum));
  }

  private boolean isFillable(Quorum quorum) {
    return members(quorum).size() >= quorum.count();
  }

  private List<String> members(Quorum quorum) {
    return people.stream()
        .filter(person -> quorum.groups().stream().anyMatch(person.groups()::contains))
        .map(Actor::id)
        .toList();
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

  private ApplicationName name() {
    return new ApplicationName(application.name().value());
  }

  private String remedy(Quorum quorum) {
    Set<String> known = new TreeSet<>();
    people.forEach(person -> known.addAll(person.groups()));
    known.addAll(rulebook.roles().getOrDefault(name(), Map.of()).keySet());
    known.remove(quorum.role());
    return Nearest.to(quorum.role(), known)
            .map(guess -> "Did you mean '" + guess + "'? ")
            .orElse("")
        + "Add people to the group, or say under `roles` which groups fill the role.";
  }

  /** Notes the smallest set of roles that cannot all be filled at once. */
  private void together(StageEntry stage) {
    rulebook.models().models().stream()
        .map(model -> asked(model, stage))
        .filter(controls -> controls.approval().quorums().stream().allMatch(this::isFillable))
        .filter(controls -> !controls.approval().missing(people).isEmpty())
        .min(Comparator.comparingInt(controls -> controls.approval().seats()))
        .ifPresent(controls -> tooFew(controls, stage));
  }

  private void tooFew(ControlModel controls, StageEntry stage) {
    int needed = controls.approval().seats();
    List<Quorum> quorums = controls.approval().quorums();
    String seats = String.join(" and ", quorums.stream().map(Quorum::label).toList());
    List<Quorum> written =
        quorums.stream().filter(quorum -> place(quorum, controls, stage).isPresent()).toList();
    boolean ownFault = !ofPeople(written).isEmpty();
    Optional<Place> place =
        written.stream()
            .filter(quorum -> ownFault)
            .flatMap(quorum -> place(quorum, controls, stage).stream())
            .findFirst();
    note(
        place,
        "A change of %s in stage '%s' of application '%s' needs %s: %d different people, and only %d can be seated."
            .formatted(
                Models.key(controls.changeClass(), controls.level()),
                stage.name(),
                application.name(),
                seats,
                needed,
                needed - controls.approval().missing(people).size()),
        seats,
        "Add people to the groups of these roles; one person fills one seat only.");
  }

  private List<Quorum> ofPeople(List<Quorum> quorums) {
    return new ApprovalRule(quorums, false, Duration.ZERO).missing(people);
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
