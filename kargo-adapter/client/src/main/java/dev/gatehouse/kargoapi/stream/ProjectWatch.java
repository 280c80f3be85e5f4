package dev.gatehouse.kargoapi.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.gatehouse.http.ApiException;
import dev.gatehouse.http.FailureKind;
import dev.gatehouse.http.ServerEvent;
import dev.gatehouse.http.ServerEvents;
import dev.gatehouse.http.ServerStream;
import dev.gatehouse.kargoapi.client.KargoClient;
import dev.gatehouse.kargoapi.client.KargoList;
import dev.gatehouse.kargoapi.model.WatchEvent;
import dev.gatehouse.spi.Pause;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Follows all objects of one kind in a project, on a thread of its own, until it is closed.
 *
 * <p>It lists, and watches from the version of the list. Whenever the watch ends, for whatever
 * reason or without one, it lists again: a version that is too old, an unknown error, a silence, a
 * restart of the server or of Kubernetes. An event that says deleted is not believed: the object is
 * gone when a list does not have it. Silence is normal, also for a Promotion that waits at a gate.
 * Thread-safe.
 *
 * @param <T> what is watched
 */
public final class ProjectWatch<T> implements AutoCloseable {
  private static final Duration SHORTEST = Duration.ofMillis(250);
  private static final int MOST_DOUBLINGS = 7;

  private final KargoClient client;
  private final String project;
  private final Watched<T> watched;
  private final WatchListener<T> listener;
  private final Pause pause;
  private final ObjectReader reader;
  private final Set<String> held = new LinkedHashSet<>();
  private final Thread thread;
  private volatile boolean closed;
  private volatile @Nullable ServerStream current;

  private ProjectWatch(
      KargoClient client,
      String project,
      Watched<T> watched,
      WatchListener<T> listener,
      Pause pause) {
    this.client = client;
    this.project = project;
    this.watched = watched;
    this.listener = listener;
    this.pause = pause;
    this.reader = client.transport().mapper().readerFor(watched.event());
    this.thread = new Thread(this::run, "kargo-watch-" + watched.path());
    thread.setDaemon(true);
  }

  /**
   * Begins to follow, and returns immediately.
   *
   * @param client stays open for as long as the watch
   * @param pause waits between two tries
   */
  public static <T> ProjectWatch<T> start(
      KargoClient client,
      String project,
      Watched<T> watched,
      WatchListener<T> listener,
      Pause pause) {
    ProjectWatch<T> watch = new ProjectWatch<>(client, project, watched, listener, pause);
    watch.thread.start();
    return watch;
  }

  /** Ends it; the listener hears nothing more once the call under way has returned. */
  @Override
  public void close() {
    closed = true;
    ServerStream open = current;
    if (open != null) {
      open.cancel();
    }
    thread.interrupt();
  }

  /** Waits, after {@link #close}, until the listener hears nothing more. */
  public void join() throws InterruptedException {
    thread.join();
  }

  private void run() {
    int failed = 0;
    while (!closed) {
      Round round = round();
      failed = round == Round.FAILED ? Math.min(failed + 1, MOST_DOUBLINGS) : 0;
      if (round != Round.TO_BE_CHECKED && !paused(failed)) {
        return;
      }
    }
  }

  /** How a list and the watch after it have ended. */
  private enum Round {
    /** Something came, and then an end. */
    ENDED,
    /** An object is said to be deleted. */
    TO_BE_CHECKED,
    /** Nothing came. */
    FAILED
  }

  /** An exception of a listener is shown like one that ends a thread, and ends nothing. */
  private Round round() {
    try {
      return listedAndFollowed();
    } catch (RuntimeException e) {
      thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
      return Round.FAILED;
    }
  }

  private Round listedAndFollowed() {
    try {
      KargoList<T> list = watched.list().list(client, project);
      take(list.items());
      return follow(list.resourceVersion());
    } catch (ApiException e) {
      if (!closed) {
        listener.blind(e.failure());
      }
      return Round.FAILED;
    }
  }

  private void take(List<T> items) {
    Set<String> now = new LinkedHashSet<>();
    items.forEach(each -> now.add(watched.name(each)));
    List<String> gone = held.stream().filter(name -> !now.contains(name)).toList();
    held.clear();
    held.addAll(now);
    if (!closed) {
      gone.forEach(listener::gone);
      listener.listed(items);
    }
  }

  private Round follow(String version) throws ApiException {
    int most = client.transport().server().limits().eventBytes();
    boolean good = false;
    try (ServerStream stream = client.transport().stream(watched.call(project, version))) {
      current = stream;
      if (closed) {
        return Round.ENDED;
      }
      try (InputStream in = stream.open()) {
        ServerEvents events = new ServerEvents(in, most);
        for (Optional<ServerEvent> next = events.next(); next.isPresent(); next = events.next()) {
          if (next.get().name().equals("error")) {
            requireTooOld(next.get(), stream);
            return good ? Round.ENDED : Round.FAILED;
          }
          if (!next.get().isEmpty() && isDeletion(next.get())) {
            return Round.TO_BE_CHECKED;
          }
          good = true;
        }
        return good ? Round.ENDED : Round.FAILED;
      } catch (ServerEvents.TooLongException e) {
        throw stream.failed(FailureKind.TOO_LARGE, "an event is beyond the limit");
      } catch (IOException e) {
        throw stream.broken(e);
      }
    } finally {
      current = null;
    }
  }

  /** A version that is too old is part of the work; any other error is a failure. */
  private void requireTooOld(ServerEvent frame, ServerStream stream)
      throws ApiException, IOException {
    JsonNode error = client.transport().mapper().readTree(frame.data());
    String code = error.path("code").asText("");
    if (!code.equals("out_of_range")) {
      String said = error.path("message").asText("");
      throw stream.failed(FailureKind.UNAVAILABLE, "the watch has failed: " + code + ": " + said);
    }
  }

  /** Takes one event, and returns whether it says that an object is deleted that is held. */
  private boolean isDeletion(ServerEvent frame) throws IOException {
    WatchEvent<T> event = reader.readValue(frame.data());
    String name = watched.name(event.object());
    if (event.isDeleted()) {
      return held.contains(name);
    }
    held.add(name);
    if (!closed) {
      listener.changed(event.object());
    }
    return false;
  }

  private boolean paused(int failed) {
    try {
      pause.pause(SHORTEST.multipliedBy(1L << failed));
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
