package dev.gatehouse.argo.window;

import dev.gatehouse.argocd.model.AppProject;
import dev.gatehouse.argocd.model.ProjectWindow;
import dev.gatehouse.argocd.model.SyncWindow;
import dev.gatehouse.policy.Recurrence;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The sync windows of one application on the time line; immutable.
 *
 * <p>An active deny wins; while there is any allow window, times outside all of them are closed. A
 * sync by hand passes all the same when every window that would hold it lets such syncs through.
 */
public final class WindowCalendar {
  private static final int STEPS = 500;
  private final List<Window> windows;
  private final boolean readable;

  private record Window(boolean deny, boolean byHand, Recurrence starts, Duration length) {
    boolean isActive(Instant now) {
      return starts.lastStart(now).filter(at -> now.isBefore(at.plus(length))).isPresent();
    }

    /** Returns the next moment at which it begins or ends. */
    Stream<Instant> nextChange(Instant now) {
      Optional<Instant> end =
          starts.lastStart(now).map(at -> at.plus(length)).filter(now::isBefore);
      return Stream.concat(end.stream(), starts.nextStart(now).stream());
    }
  }

  private WindowCalendar(List<Window> windows, boolean readable) {
    this.windows = List.copyOf(windows);
    this.readable = readable;
  }

  /**
   * Puts the windows that an application was assigned on the time line, with the time zones that
   * its project knows.
   */
  public static WindowCalendar of(List<SyncWindow> assigned, AppProject project, Crons crons) {
    List<Window> read = new ArrayList<>();
    for (SyncWindow window : assigned) {
      Optional<Recurrence> starts =
          zone(window, project).flatMap(zone -> crons.read(window.schedule(), zone));
      Optional<Duration> length = GoDuration.read(window.duration());
      if (starts.isPresent() && length.isPresent()) {
        boolean deny = !window.kind().equals("allow");
        read.add(new Window(deny, window.manualSync(), starts.get(), length.get()));
      }
    }
    return new WindowCalendar(read, read.size() == assigned.size());
  }

  /**
   * The application's view leaves the time zone out; the project's window that is alike has it.
   * Empty when windows that are alike have several, or when it is not known here.
   */
  private static Optional<ZoneId> zone(SyncWindow window, AppProject project) {
    List<String> names =
        project.spec().syncWindows().stream()
            .filter(
                other ->
                    other.kind().equals(window.kind())
                        && other.schedule().equals(window.schedule())
                        && other.duration().equals(window.duration()))
            .map(ProjectWindow::timeZone)
            .map(name -> name.orElse("UTC"))
            .distinct()
            .toList();
    if (names.size() > 1) {
      return Optional.empty();
    }
    try {
      return Optional.of(ZoneId.of(names.isEmpty() ? "UTC" : names.get(0)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Returns whether such a sync is let through at this time. */
  public boolean isOpen(Instant now, Trigger trigger) {
    List<Window> denying = windows.stream().filter(w -> w.deny() && w.isActive(now)).toList();
    if (!denying.isEmpty()) {
      return passes(denying, trigger);
    }
    List<Window> allowing = windows.stream().filter(w -> !w.deny()).toList();
    return allowing.isEmpty()
        || allowing.stream().anyMatch(w -> w.isActive(now))
        || passes(allowing, trigger);
  }

  private static boolean passes(List<Window> closed, Trigger trigger) {
    return trigger == Trigger.BY_HAND && closed.stream().allMatch(Window::byHand);
  }

  /** Returns when it opens next for such a sync; empty when that cannot be told. */
  public Optional<Instant> opensAfter(Instant now, Trigger trigger) {
    Instant at = now;
    for (int i = 0; readable && i < STEPS; i++) {
      Instant from = at;
      Optional<Instant> next =
          windows.stream().flatMap(w -> w.nextChange(from)).min(Instant::compareTo);
      if (next.isEmpty()) {
        return Optional.empty();
      }
      at = next.get();
      if (isOpen(at, trigger)) {
        return next;
      }
    }
    return Optional.empty();
  }
}
