package dev.gatehouse.config.assembly;

import dev.gatehouse.config.document.CheckEntry;
import dev.gatehouse.config.document.EvidenceEntry;
import dev.gatehouse.config.document.GatehouseDocument;
import dev.gatehouse.config.document.StageEntry;
import dev.gatehouse.config.problem.ProblemCodes;
import dev.gatehouse.config.problem.Problems;
import dev.gatehouse.config.shape.Listing;
import dev.gatehouse.config.shape.Located;
import dev.gatehouse.evidence.CheckName;
import dev.gatehouse.evidence.KnownCheck;
import dev.gatehouse.evidence.KnownChecks;
import dev.gatehouse.evidence.SourceName;
import dev.gatehouse.identity.Directory;
import dev.gatehouse.policy.Bake;
import dev.gatehouse.reason.Nearest;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds demands for facts that are allowed but can hardly be meant.
 *
 * @param document the file
 * @param directory who is known
 * @param sources the installed sources of facts
 * @param notices receives what was found
 */
record EvidenceNotices(
    GatehouseDocument document, Directory directory, Set<String> sources, Problems notices) {
  void look() {
    Set<String> known = KnownChecks.names();
    checks().forEach(check -> unusual(check, known));
    demands().forEach(this::threshold);
    demands().forEach(this::counted);
    demands().flatMap(demand -> demand.sources().stream()).forEach(this::source);
  }

  private void unusual(Located<String> check, Set<String> known) {
    if (!known.contains(check.value())) {
      Nearest.to(check.value(), known)
          .filter(word -> Math.abs(word.length() - check.value().length()) <= 1)
          .ifPresent(
              word ->
                  notices.add(
                      check.place(),
                      ProblemCodes.UNUSUAL_CHECK,
                      "Gatehouse does not know the check '" + check.value() + "'.",
                      "Did you mean '" + word + "'? A check of your own may have any name."));
    }
  }

  /** As a demand a number that is still too low speaks against the change. */
  private void counted(EvidenceEntry demand) {
    if (demand.check().value().equals(Bake.SAMPLES.value())) {
      notices.add(
          demand.check().place(),
          ProblemCodes.UNUSUAL_CHECK,
          "As a demand, 'bake.samples' fails the change while the number is too low.",
          "Write the number as `samples` of the `bake`, which waits for it.");
    }
  }

  private void threshold(EvidenceEntry demand) {
    boolean compares = demand.atLeast().isPresent() || demand.atMost().isPresent();
    KnownChecks.find(new CheckName(demand.check().value()))
        .filter(check -> compares && !check.shape().takesNumbers())
        .ifPresent(check -> noNumber(demand, check));
  }

  private void noNumber(EvidenceEntry demand, KnownCheck check) {
    notices.add(
        demand.check().place(),
        ProblemCodes.UNUSUAL_THRESHOLD,
        "The check '"
            + check.name()
            + "' is usually "
            + check.shape().label()
            + "; with a threshold only a number counts.",
        "Remove `atLeast` and `atMost`, unless your source reports a number.");
  }

  /** A source that nobody is waits forever, and the gate would only say that a fact is missing. */
  private void source(Located<String> named) {
    SourceName source = new SourceName(named.value());
    if (!source.isActor()) {
      if (!sources.contains(named.value())) {
        noSource(
            named, "No source '" + named.value() + "' is installed.", installed(named.value()));
      }
      return;
    }
    String id = named.value().substring(named.value().indexOf(':') + 1);
    String kind = named.value().substring(0, named.value().indexOf(':'));
    Optional<String> other =
        directory
            .find(id)
            .map(a -> a.kind().name().toLowerCase(Locale.ROOT))
            .filter(k -> !k.equals(kind));
    if (other.isPresent()) {
      noSource(
          named,
          "'" + id + "' is a " + other.get() + " among the identities, not a " + kind + ".",
          "Write '" + other.get() + ":" + id + "'.");
    } else if (!directory.isEmpty() && directory.find(id).isEmpty()) {
      noSource(
          named,
          "There is no '" + id + "' among the identities.",
          Nearest.remedy(id, directory.actors().keySet()));
    }
  }

  private String installed(String found) {
    Collection<String> actors =
        directory.actors().values().stream()
            .map(actor -> SourceName.of(actor).value())
            .collect(Collectors.toCollection(TreeSet::new));
    Optional<String> actor = actors.stream().filter(name -> name.endsWith(":" + found)).findFirst();
    return actor
        .map(name -> "Did you mean '" + name + "'?")
        .orElseGet(
            () ->
                (sources.isEmpty() ? "" : Nearest.remedy(found, new TreeSet<>(sources)) + " ")
                    + "Name an actor with its kind, such as 'service:"
                    + found
                    + "'.");
  }

  private void noSource(Located<String> named, String what, String next) {
    notices.add(
        named.place(), ProblemCodes.UNKNOWN_SOURCE, what + " Its facts will never come.", next);
  }

  private Stream<Located<String>> checks() {
    Stream<CheckEntry> done =
        stages().flatMap(s -> s.definitionOfDone().stream().flatMap(d -> d.checks().stream()));
    return Stream.concat(demands().map(EvidenceEntry::check), done.map(CheckEntry::check));
  }

  private Stream<EvidenceEntry> demands() {
    return Stream.concat(
        stages().flatMap(stage -> stage.evidence().stream().flatMap(Listing::stream)),
        document.controlModels().stream()
            .flatMap(model -> model.evidence().stream().flatMap(Listing::stream)));
  }

  private Stream<StageEntry> stages() {
    return document.applications().stream().flatMap(app -> app.stages().stream());
  }
}
