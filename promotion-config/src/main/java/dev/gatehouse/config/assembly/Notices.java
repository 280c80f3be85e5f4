package dev.gatehouse.config.assembly;

import dev.gatehouse.config.document.ControlModelEntry;
import dev.gatehouse.config.document.GatehouseDocument;
import dev.gatehouse.config.document.GrantEntry;
import dev.gatehouse.config.document.RightsEntry;
import dev.gatehouse.config.document.StageEntry;
import dev.gatehouse.config.document.WindowEntry;
import dev.gatehouse.config.problem.ProblemCodes;
import dev.gatehouse.config.problem.Problems;
import dev.gatehouse.config.shape.Listing;
import dev.gatehouse.config.shape.Located;
import dev.gatehouse.identity.Directory;
import dev.gatehouse.identity.Verb;
import dev.gatehouse.policy.ControlModels;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds what is allowed and worth a look. */
record Notices(
    GatehouseDocument document,
    ControlModels defaults,
    ControlModels models,
    Directory directory,
    Set<String> sources,
    Problems notices) {
  void look() {
    document.controlModels().forEach(this::loosened);
    document.windows().forEach(this::unused);
    document.rights().ifPresent(this::unattested);
    new EvidenceNotices(document, directory, sources, notices).look();
  }

  private void loosened(ControlModelEntry entry) {
    List<String> less =
        entry.classes().stream()
            .flatMap(
                changeClass ->
                    entry.levels().stream()
                        .flatMap(
                            level ->
                                Loosening.between(
                                    defaults.of(changeClass, level), models.of(changeClass, level))
                                    .stream()))
            .distinct()
            .toList();
    if (!less.isEmpty()) {
      notices.add(
          entry.place(),
          ProblemCodes.LOOSER_THAN_DEFAULT,
          "This control model asks for less than the built-in one: "
              + String.join("; ", less)
              + ".",
          "Keep it only if that is meant; remove these keys to get the built-in ones.");
    }
  }

  private void unattested(RightsEntry rights) {
    boolean granted =
        rights.attest().isPresent()
            || rights.grants().stream()
                .anyMatch(grant -> grant.verbs().stream().anyMatch(Verb.ATTEST::equals));
    Stream.concat(
            rights.propose().stream().flatMap(Listing::stream).map(Located::place),
            rights.grants().stream()
                .filter(grant -> grant.verbs().stream().anyMatch(Verb.PROPOSE::equals))
                .map(GrantEntry::place))
        .filter(place -> !granted)
        .findFirst()
        .ifPresent(
            place ->
                notices.add(
                    place,
                    ProblemCodes.NOBODY_ATTESTS,
                    "`rights` says who may propose but not who may attest: no fact can be recorded.",
                    "Add `attest` with the groups of the pipelines and people that record facts."));
  }

  private void unused(WindowEntry window) {
    boolean onRequest = window.onRequest().orElse(false);
    String name = window.name().value();
    boolean named =
        stages().flatMap(stage -> stage.windows().stream()).anyMatch(w -> w.value().equals(name))
            || models.models().stream().anyMatch(model -> model.windows().contains(name));
    if (onRequest && !named) {
      notices.add(
          window.name().place(),
          ProblemCodes.UNUSED_WINDOW,
          "The window '" + name + "' applies on request, but nothing requests it.",
          "Name it under `windows` of a stage or a control model, or remove `onRequest`.");
    }
  }

  private Stream<StageEntry> stages() {
    return document.applications().stream().flatMap(app -> app.stages().stream());
  }
}
