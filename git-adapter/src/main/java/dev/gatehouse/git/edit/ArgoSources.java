package dev.gatehouse.git.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the sources of the Argo CD Applications and ApplicationSets of a file. */
final class ArgoSources {

  private ArgoSources() {}

  /** Every source, of every document that is of this name if one is given. */
  static List<Cursor> of(YamlText text, Optional<String> application) throws EditRefusedException {
    List<Cursor> sources = new ArrayList<>();
    for (Cursor root : text.roots()) {
      boolean wanted = application.isEmpty() || isNamed(root, application.get());
      Optional<Cursor> spec = wanted ? spec(root) : Optional.empty();
      if (spec.isPresent()) {
        step(spec, "source").ifPresent(sources::add);
        Optional<Cursor> list = step(spec, "sources");
        sources.addAll(list.isPresent() ? list.get().items() : List.of());
      }
    }
    return sources;
  }

  private static Optional<Cursor> spec(Cursor root) throws EditRefusedException {
    if (root.says("kind", "Application")) {
      return step(Optional.of(root), "spec");
    }
    if (root.says("kind", "ApplicationSet")) {
      return step(step(step(Optional.of(root), "spec"), "template"), "spec");
    }
    return Optional.empty();
  }

  private static boolean isNamed(Cursor root, String name) throws EditRefusedException {
    return step(Optional.of(root), "metadata").filter(m -> m.says("name", name)).isPresent();
  }

  private static Optional<Cursor> step(Optional<Cursor> at, String key)
      throws EditRefusedException {
    boolean there = at.flatMap(Cursor::mapping).flatMap(m -> m.get(key)).isPresent();
    return there ? at.orElseThrow().get(key) : Optional.empty();
  }
}
