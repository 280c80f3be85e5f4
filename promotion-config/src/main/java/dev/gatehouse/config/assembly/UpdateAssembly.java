package dev.gatehouse.config.assembly;

import dev.gatehouse.config.document.ArgoTargetRevisionEntry;
import dev.gatehouse.config.document.DirectorySnapshotEntry;
import dev.gatehouse.config.document.HelmChartEntry;
import dev.gatehouse.config.document.SnapshotAt;
import dev.gatehouse.config.document.UpdateEntry;
import dev.gatehouse.config.document.WrittenPart;
import dev.gatehouse.config.document.YamlValueEntry;
import dev.gatehouse.config.problem.ProblemCodes;
import dev.gatehouse.config.problem.Problems;
import dev.gatehouse.config.shape.Listing;
import dev.gatehouse.config.shape.Located;
import dev.gatehouse.stage.Mirror;
import dev.gatehouse.stage.Update;
import dev.gatehouse.stage.ValueFrom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the edits of one target. */
record UpdateAssembly(Placeholders words, List<Mirror> mirrors, Problems problems) {
  UpdateAssembly {
    mirrors = List.copyOf(mirrors);
  }

  List<Update> assemble(Listing<UpdateEntry> written) {
    List<Update> updates = new ArrayList<>();
    SamePlaces places = new SamePlaces(problems);
    for (UpdateEntry entry : written) {
      Optional<Update> update = update(entry);
      update.ifPresent(updates::add);
      update.ifPresent(u -> places.add(u, entry.place()));
    }
    return updates;
  }

  private Optional<Update> update(UpdateEntry entry) {
    return kustomize(entry)
        .or(() -> entry.yamlValue().map(this::value))
        .or(() -> entry.helmChart().map(this::chart))
        .or(() -> entry.argoTargetRevision().map(this::revision))
        .or(() -> entry.directorySnapshot().map(this::snapshot));
  }

  private Update value(YamlValueEntry e) {
    return new Update.YamlValue(
        words.fill(e.file()),
        words.fill(e.path()),
        value(e.from(), e.artifact(), e.shared()),
        e.addWhenAbsent().orElse(false));
  }

  private Update chart(HelmChartEntry e) {
    return new Update.HelmChart(
        words.fill(e.file()),
        e.chart().map(words::fill),
        value(e.from(), e.artifact(), e.shared()));
  }

  private Update revision(ArgoTargetRevisionEntry e) {
    return new Update.ArgoTargetRevision(
        words.fill(e.file()),
        e.application().map(words::fill),
        e.source(),
        value(e.from(), e.artifact(), e.shared()));
  }

  private Update snapshot(DirectorySnapshotEntry e) {
    boolean atSource = e.at().orElse(SnapshotAt.TIP) == SnapshotAt.SOURCE;
    return new Update.DirectorySnapshot(words.fill(e.from()), words.fill(e.to()), atSource);
  }

  private Optional<Update> kustomize(UpdateEntry entry) {
    if (entry.kustomizeRef().isPresent()) {
      return entry
          .kustomizeRef()
          .map(
              e ->
                  new Update.KustomizeRef(
                      words.fill(e.file()),
                      words.fill(e.resource()),
                      value(e.from(), e.artifact(), e.shared())));
    }
    entry
        .kustomizeImage()
        .filter(e -> e.from().value() == WrittenPart.REFERENCE)
        .ifPresent(
            e ->
                problems.add(
                    e.from().place(),
                    ProblemCodes.WRONG_VALUE,
                    "An image entry of a kustomization holds a tag or a digest, not a whole reference.",
                    "Use one of: tag, digest, tagAndDigest, revision."));
    return entry
        .kustomizeImage()
        .map(
            e ->
                new Update.KustomizeImage(
                    words.fill(e.file()),
                    words.fill(e.image()),
                    value(e.from(), e.artifact(), e.shared()),
                    e.addWhenAbsent().orElse(false)));
  }

  private ValueFrom value(
      Located<WrittenPart> from, Optional<Located<String>> artifact, Optional<Boolean> shared) {
    if (from.value() == WrittenPart.REVISION && artifact.isPresent()) {
      problems.add(
          artifact.get().place(),
          ProblemCodes.WRONG_COMBINATION,
          "The source revision belongs to the change, not to an artifact.",
          "Remove `artifact`, or use `from: tag`, `digest` or `reference`.");
    }
    return new ValueFrom(
        from.value().part(), artifact.map(words::fill), mirrors, shared.orElse(false));
  }
}
