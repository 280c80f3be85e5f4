package dev.gatehouse.argo.window;

import dev.gatehouse.argo.model.AppProject;
import dev.gatehouse.argo.model.ProjectWindow;
import dev.gatehouse.argo.model.SyncWindow;
import dev.gatehouse.policy.Recurrence;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The sync windows of one application on the time line; immutable.
 *
 * <p>An active deny wins; while there is any allow window, times outside all of them are closed.
 * Windows that let syncs by hand through do not close for a sync that somebody asks for.
 */
public final class WindowCalendar {
  private static final int STEPS = 500;
  private final List<Window> windows;
  private final boolean readable;

  private record Window(boolean deny, Recurrence starts, Duration length) {
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
      boolean deny = !window.kind().equals("allow");
      if (window.manualSync()) {
        continue;
      }
      Optional<Recurrence> starts = crons.read(window.schedule(), zone(window, project));
      Optional<Duration> length = GoDuration.read(window.duration());
      if (starts.isPresent() && length.isPresent()) {
        read.add(new Window(deny, starts.get(), length.get()));
      }
    }
    long counted = assigned.stream().filter(window -> !window.manualSync()).count();
    return new WindowCalendar(read, read.size() == counted);
  }

  /** The application's view leaves the time zone out; the project's window that is alike has it. */
  private static ZoneId zone(SyncWindow window, AppProject project) {
    Optional<String> name =
        project.spec().syncWindows().stream()
            .filter(
                other ->
                    other.kind().equals(window.kind())
                        && other.schedule().equals(window.schedule())
                        && other.duration().equals(window.duration()))
            .findFirst()
            .flatMap(ProjectWindow::timeZone);
    try {
      return name.map(ZoneId::of).orElse(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      return ZoneOffset.UTC;
    }
  }

  /** Tells whether a sync that somebody asks for is let through. */
  public boolean isOpen(Instant now) {
    boolean denied = windows.stream().anyMatch(w -> w.deny() && w.isActive(now));
    boolean anyAllow = windows.stream().anyMatch(w -> !w.deny());
    boolean allowed = windows.stream().anyMatch(w -> !w.deny() && w.isActive(now));
    return !denied && (!anyAllow || allowed);
  }

  /** Returns when it opens next; empty when that cannot be told. */
  public Optional<Instant> opensAfter(Instant now) {
    Instant at = now;
    for (int i = 0; readable && i < STEPS; i++) {
      Instant from = at;
      Optional<Instant> next =
          windows.stream().flatMap(w -> w.nextChange(from)).min(Instant::compareTo);
      if (next.isEmpty()) {
        return Optional.empty();
      }
      at = next.get();
      if (isOpen(at)) {
        return next;
      }
    }
    return Optional.empty();
  }
}
