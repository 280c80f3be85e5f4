package dev.gatehouse.argo.diff;

import dev.gatehouse.argocd.model.ManagedResource;
import dev.gatehouse.change.ManifestNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Both sides of one object, ready to be compared.
 *
 * @param live as it lives; empty when it is not there
 * @param wanted as it would live after a sync; empty when Git does not name it
 */
record BothStates(Optional<ManifestNode.Mapping> live, Optional<ManifestNode.Mapping> wanted) {
  private static final String SECRET = "Secret";

  static BothStates of(ManagedResource object) throws IOException {
    Optional<ManifestNode.Mapping> real = StateReader.read(object.liveState());
    Optional<ManifestNode.Mapping> normalized = StateReader.read(object.normalizedLiveState());
    Optional<ManifestNode.Mapping> named = StateReader.read(object.targetState());
    Optional<ManifestNode.Mapping> live = normalized.or(() -> real);
    Optional<ManifestNode.Mapping> wanted = named;
    if (live.isPresent() && named.isPresent()) {
      Optional<ManifestNode.Mapping> predicted = StateReader.read(object.predictedLiveState());
      wanted = Optional.of(predicted.orElse(over(named.get(), live.get())));
    }
    BothStates states = new BothStates(live, wanted).shown();
    return object.kind().equals(SECRET) ? states.masked() : states;
  }

  /** Returns them as they may be seen: without what the cluster adds, a Secret without values. */
  BothStates shown() {
    BothStates states =
        new BothStates(live.map(OwnFields::without), wanted.map(OwnFields::without));
    return states.isSecret() ? states.masked() : states;
  }

  private boolean isSecret() {
    return Stream.of(live, wanted)
        .flatMap(Optional::stream)
        .anyMatch(state -> state.textAt("kind").filter(SECRET::equals).isPresent());
  }

  private BothStates masked() {
    return new BothStates(
        live.map(state -> SecretMask.live(state, wanted)),
        wanted.map(state -> SecretMask.wanted(state, live)));
  }

  /** What Git does not name stays as it lives: a server of an older version predicts nothing. */
  static ManifestNode.Mapping over(ManifestNode.Mapping named, ManifestNode.Mapping live) {
    Map<String, ManifestNode> fields = new LinkedHashMap<>(live.fields());
    named
        .fields()
        .forEach(
            (key, value) -> {
              boolean both =
                  value instanceof ManifestNode.Mapping
                      && live.fields().get(key) instanceof ManifestNode.Mapping;
              fields.put(key, both ? over(below(named, key), below(live, key)) : value);
            });
    return new ManifestNode.Mapping(fields, 0);
  }

  private static ManifestNode.Mapping below(ManifestNode.Mapping object, String key) {
    return (ManifestNode.Mapping) object.at(key).orElseThrow();
  }
}
