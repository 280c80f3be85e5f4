package dev.gatehouse.argo.watch;

import dev.gatehouse.argocd.model.Application;
import dev.gatehouse.argocd.model.ApplicationRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The applications that someone waits for, and what was last seen of each; thread-safe.
 *
 * <p>Who waits follows again at each look; who has not done so for two rounds waits no more, for a
 * promotion may be given up without a word.
 */
final class Followed {
  private final Map<String, Entry> byName = new HashMap<>();
  private long round;

  /** One name; the namespaces of two applications of one name are told apart by their followers. */
  private static final class Entry {
    private final Map<String, Follower> followers = new LinkedHashMap<>();
    private final Map<String, ObservedFields> last = new HashMap<>();
  }

  private record Follower(ApplicationRef application, Runnable hint, long round) {
    boolean isAbout(Optional<String> namespace) {
      return application.namespace().isEmpty() || application.namespace().equals(namespace);
    }
  }

  synchronized void add(ApplicationRef application, String follower, Runnable hint) {
    byName
        .computeIfAbsent(application.name(), name -> new Entry())
        .followers
        .put(follower, new Follower(application, hint, round));
  }

  /** Begins the next round, without those who did not follow again in the last two. */
  synchronized void nextRound() {
    long oldest = round - 1;
    byName.values().forEach(entry -> entry.followers.values().removeIf(f -> f.round() < oldest));
    byName.values().removeIf(entry -> entry.followers.isEmpty());
    round++;
  }

  synchronized int size() {
    return byName.size();
  }

  /** Forgets what was seen of an application, so that its end is a change. */
  synchronized void gone(Application application) {
    @Nullable Entry entry = byName.get(application.metadata().name());
    if (entry != null) {
      entry.last.remove(application.metadata().namespace().orElse(""));
    }
  }

  synchronized void remove(ApplicationRef application, String follower) {
    Entry entry = byName.get(application.name());
    if (entry != null) {
      entry.followers.remove(follower);
      if (entry.followers.isEmpty()) {
        byName.remove(application.name());
      }
    }
  }

  synchronized List<String> projects() {
    return byName.values().stream()
        .flatMap(entry -> entry.followers.values().stream())
        .map(follower -> follower.application().project())
        .distinct()
        .sorted()
        .toList();
  }

  /** Returns the hints that a change of this application gives: none when nothing has changed. */
  synchronized List<Runnable> seen(Application application) {
    @Nullable Entry entry = byName.get(application.metadata().name());
    if (entry == null) {
      return List.of();
    }
    Optional<String> namespace = application.metadata().namespace();
    ObservedFields now = ObservedFields.of(application);
    if (now.equals(entry.last.put(namespace.orElse(""), now))) {
      return List.of();
    }
    List<Runnable> hints = new ArrayList<>();
    for (Follower follower : entry.followers.values()) {
      if (follower.isAbout(namespace)) {
        hints.add(follower.hint());
      }
    }
    return hints;
  }
}
