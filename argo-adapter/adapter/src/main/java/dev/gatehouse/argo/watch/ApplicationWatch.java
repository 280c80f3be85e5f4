package dev.gatehouse.argo.watch;

import dev.gatehouse.argocd.client.ApplicationQuery;
import dev.gatehouse.argocd.client.ArgoCdClient;
import dev.gatehouse.argocd.model.Application;
import dev.gatehouse.argocd.model.ApplicationChange;
import dev.gatehouse.argocd.model.ApplicationRef;
import dev.gatehouse.argocd.stream.EventStream;
import dev.gatehouse.argocd.stream.StreamEnd;
import dev.gatehouse.argocd.stream.StreamListener;
import dev.gatehouse.http.ApiException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Tells that an application has changed, to anyone who waits for it.
 *
 * <p>One stream serves all of a server's applications, and begins with what is there: no list goes
 * before it, and nothing is lost between the two. (A stream that begins later than that gets no
 * answer, and no sign of life, until the first event.) Only applications that are followed are kept
 * in memory. A change is a hint to look, never a fact: the server loses events, so each new stream
 * shows everything again, and from time to time a list does. It begins with the first application
 * that is followed, and rests while none is. Thread-safe.
 */
public final class ApplicationWatch implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(ApplicationWatch.class.getName());
  private final ArgoCdClient client;
  private final WatchSettings settings;
  private final Followed followed = new Followed();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread made = new Thread(work, "argo-cd-watch");
            made.setDaemon(true);
            return made;
          });
  private @Nullable EventStream<ApplicationChange> stream;
  private List<String> projects = List.of();
  private boolean begun;
  private boolean resting;
  private boolean alive;
  private boolean closed;
  private int breaks;

  /** A watch over this client; the client stays with the caller. */
  public ApplicationWatch(ArgoCdClient client, WatchSettings settings) {
    this.client = client;
    this.settings = settings;
  }

  /**
   * Calls the hint after each change of the application, on a thread of the watch, until {@link
   * #leave}; the hint must return soon. Following again replaces the hint, and tells that it is
   * still waited for: anyone who does not follow again within two lists is forgotten.
   */
  public void follow(ApplicationRef application, String follower, Runnable hint) {
    followed.add(application, follower, hint);
    synchronized (this) {
      if (closed) {
        return;
      }
      if (!begun) {
        begun = true;
        thread.execute(this::connect);
        long period = settings.relist().toMillis();
        Future<?> unused =
            thread.scheduleWithFixedDelay(this::relist, period, period, TimeUnit.MILLISECONDS);
      } else if (resting) {
        resting = false;
        thread.execute(this::connect);
      } else if (!projects.contains(application.project()) && stream != null) {
        stream.close();
      }
    }
  }

  /** Ends what {@link #follow} began. */
  public void leave(ApplicationRef application, String follower) {
    followed.remove(application, follower);
  }

  /** Returns whether changes are told now; otherwise someone has to look by himself. */
  public synchronized boolean isAlive() {
    return alive;
  }

  /** Returns how many applications someone waits for; only they are kept in memory. */
  public int size() {
    return followed.size();
  }

  private void connect() {
    try {
      // Its end may be told before its start returns, and must wait for the field to be set.
      synchronized (this) {
        if (closed || stream != null) {
          return;
        }
        projects = followed.projects();
        resting = projects.isEmpty();
        if (resting) {
          return;
        }
        stream = EventStream.applications(client.transport(), query(projects), new Hearing());
        if (!projects.containsAll(followed.projects())) {
          stream.close();
        }
      }
    } catch (ApiException | RuntimeException e) {
      LOG.log(System.Logger.Level.DEBUG, "the watch did not begin", e);
      again();
    }
  }

  private void relist() {
    followed.nextRound();
    List<String> wanted = followed.projects();
    if (wanted.isEmpty()) {
      rest();
      return;
    }
    try {
      client.applications().list(query(wanted), this::seen);
    } catch (ApiException | RuntimeException e) {
      LOG.log(System.Logger.Level.DEBUG, "the list failed, the next one follows", e);
    }
  }

  /** No project at all would mean every project. */
  private synchronized void rest() {
    if (stream != null) {
      stream.close();
    }
  }

  private static ApplicationQuery query(List<String> projects) {
    return ApplicationQuery.all().withFields(ObservedFields.FIELDS).inProjects(projects);
  }

  private void seen(Application application) {
    followed.seen(application).forEach(ApplicationWatch::tell);
  }

  /** A hint that fails must not end the stream that all others hear. */
  private static void tell(Runnable hint) {
    try {
      hint.run();
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "a hint failed", e);
    }
  }

  private synchronized void again() {
    if (closed) {
      return;
    }
    long longest = settings.longestPause().toMillis();
    long pause = Math.min(longest, settings.firstPause().toMillis() << Math.min(breaks, 20));
    breaks++;
    long spread = ThreadLocalRandom.current().nextLong(pause / 2 + 1);
    Future<?> unused = thread.schedule(this::connect, pause / 2 + spread, TimeUnit.MILLISECONDS);
  }

  /** What the stream tells. */
  private final class Hearing implements StreamListener<ApplicationChange> {
    private final long since = System.nanoTime();

    @Override
    public void opened() {
      synchronized (ApplicationWatch.this) {
        alive = true;
      }
    }

    @Override
    public void changed(ApplicationChange change) {
      if (change.isDeletion()) {
        followed.gone(change.application());
      }
      seen(change.application());
    }

    @Override
    public void ended(StreamEnd end) {
      boolean lasted = System.nanoTime() - since > Duration.ofMinutes(1).toNanos();
      boolean wider = end.kind() == StreamEnd.Kind.CLOSED;
      synchronized (ApplicationWatch.this) {
        stream = null;
        alive = false;
        breaks = lasted || wider ? 0 : breaks;
        if (wider && !closed) {
          thread.execute(ApplicationWatch.this::connect);
          return;
        }
      }
      again();
    }
  }

  @Override
  public void close() {
    Optional<EventStream<ApplicationChange>> open;
    synchronized (this) {
      closed = true;
      alive = false;
      open = Optional.ofNullable(stream);
    }
    open.ifPresent(EventStream::close);
    thread.shutdownNow();
  }
}
