package dev.gatehouse.testkit;

import dev.gatehouse.change.ChangeId;
import dev.gatehouse.change.Revision;
import dev.gatehouse.reason.PlatformException;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import dev.gatehouse.spi.ControlPlaneRuns;
import dev.gatehouse.spi.RunRequest;
import dev.gatehouse.spi.RunSearch;
import dev.gatehouse.spi.RunStart;
import dev.gatehouse.spi.RunState;
import dev.gatehouse.stage.RunHandle;
import dev.gatehouse.stage.Target;
import dev.gatehouse.stage.TargetName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A control plane that writes to Git on its own, as Kargo does: it takes no key under which a start
 * happens once, so that each start makes a run. A run ends at the second look, unless a test says
 * otherwise. Thread-safe.
 */
public final class ScriptedRuns implements ControlPlaneRuns {
  /** What a run does that does not write. */
  public enum Script {
    FAILS,
    HANGS,
    IS_REFUSED
  }

  private static final class Run {
    private final RunHandle handle;
    private final RunRequest request;
    private final ChangeId change;
    private final Instant at;
    private int looks;
    private boolean stopped;
    private Optional<RunState> end = Optional.empty();

    private Run(RunHandle handle, RunRequest request, Instant at) {
      this.handle = handle;
      this.request = request;
      this.change = request.write().change().id();
      this.at = at;
    }

    private boolean isOf(RunRequest other) {
      return request.write().target().name().equals(other.write().target().name())
          && change.equals(other.write().change().id())
          && request.way() == other.way()
          && !at.isBefore(other.intendedAt());
    }
  }

  private final InMemoryGit git;
  private final List<Run> runs = new ArrayList<>();
  private final Map<TargetName, Script> scripts = new HashMap<>();
  private final Map<TargetName, Instant> closed = new HashMap<>();
  private final Map<String, String> before = new HashMap<>();
  private final Set<RunHandle> forgotten = new HashSet<>();
  private boolean down;
  private int answersToLose;
  private int copies;

  /** Creates one that writes to this repository. */
  public ScriptedRuns(InMemoryGit git) {
    this.git = git;
  }

  /** Sets what runs of a target do from now on. */
  public synchronized ScriptedRuns script(String target, Script script) {
    scripts.put(new TargetName(target), script);
    return this;
  }

  /** Lets runs of a target write again. */
  public synchronized ScriptedRuns heal(String target) {
    scripts.remove(new TargetName(target));
    return this;
  }

  /** Takes no run of a target until then. */
  public synchronized ScriptedRuns closedUntil(String target, Instant opens) {
    closed.put(new TargetName(target), opens);
    return this;
  }

  /** Loses the answer to the next starts: the run is made, and the caller does not hear of it. */
  public synchronized ScriptedRuns loseAnswers(int starts) {
    this.answersToLose = starts;
    return this;
  }

  /** Forgets every run, as a control plane does that clears away what is old. */
  public synchronized ScriptedRuns forgetAll() {
    runs.forEach(run -> forgotten.add(run.handle));
    return this;
  }

  /** Lets someone start the same run by hand right after the next start. */
  public synchronized ScriptedRuns copyNextStart() {
    this.copies = 1;
    return this;
  }

  /** Takes the control plane down, or up again. */
  public synchronized ScriptedRuns down(boolean isDown) {
    this.down = isDown;
    return this;
  }

  /** Returns the targets of all runs that were ever started, oldest first. */
  public synchronized List<String> started() {
    return runs.stream().map(run -> run.request.write().target().name().value()).toList();
  }

  @Override
  public synchronized Optional<RunStart.Later> hold(Target target, Instant now) {
    return down ? Optional.empty() : closedNow(target, now);
  }

  private Optional<RunStart.Later> closedNow(Target target, Instant now) {
    return Optional.ofNullable(closed.get(target.name()))
        .filter(now::isBefore)
        .map(at -> new RunStart.Later(reason("window-closed", target, "takes no run now"), at));
  }

  @Override
  public synchronized RunStart start(RunRequest request, Instant now) {
    Target target = request.write().target();
    answers(target);
    Optional<RunStart.Later> later = closedNow(target, now);
    if (later.isPresent()) {
      return later.get();
    }
    if (scripts.get(target.name()) == Script.IS_REFUSED) {
      return new RunStart.Refused(reason("run-refused", target, "refuses the run"));
    }
    RunHandle handle = make(request, now);
    if (copies > 0) {
      copies--;
      make(request, now);
    }
    if (answersToLose > 0) {
      answersToLose--;
      throw new PlatformException(reason("control-plane-unavailable", target, "does not answer"));
    }
    return new RunStart.Started(handle);
  }

  private RunHandle make(RunRequest request, Instant now) {
    RunHandle handle = new RunHandle("run-" + (runs.size() + 1));
    runs.add(new Run(handle, request, now));
    return handle;
  }

  @Override
  public synchronized RunSearch find(RunRequest request, Instant now) {
    Target target = request.write().target();
    answers(target);
    List<Run> found = runs.stream().filter(run -> run.isOf(request)).toList();
    if (found.size() > 1) {
      Reason why = reason("run-unclear", target, "has " + found.size() + " runs that may be ours");
      return new RunSearch.Unclear(why, now.plusSeconds(60));
    }
    return found.isEmpty() ? new RunSearch.NotThere() : new RunSearch.Found(found.get(0).handle);
  }

  @Override
  public synchronized RunState watch(RunHandle handle, RunRequest request, Instant now) {
    Target target = request.write().target();
    answers(target);
    Optional<Run> known = known(handle);
    if (known.isEmpty()) {
      return new RunState.Gone(reason("run-gone", target, "does not know the run " + handle));
    }
    Run run = known.get();
    run.looks++;
    if (run.end.isEmpty()) {
      run.end = end(run, target);
    }
    return run.end.orElseGet(
        () ->
            new RunState.Running(
                reason("run-running", target, "runs " + handle), now.plusSeconds(10)));
  }

  private Optional<RunState> end(Run run, Target target) {
    Script script = scripts.get(target.name());
    if (run.stopped) {
      Reason why = reason("run-stopped", target, "stopped the run");
      return Optional.of(new RunState.Failed(why, false, Optional.empty()));
    }
    if (script == Script.HANGS || run.looks < 2) {
      return Optional.empty();
    }
    if (script == Script.FAILS) {
      Reason why = reason("run-failed", target, "failed the run");
      return Optional.of(new RunState.Failed(why, true, Optional.empty()));
    }
    return Optional.of(new RunState.Wrote(write(run.request), false));
  }

  private Revision write(RunRequest request) {
    String file = Rulebooks.file(request.write().target().name().value());
    String branch = request.write().target().repository().branch();
    if (request.way() == RunRequest.Way.BACK) {
      return git.commitFile(branch, file, before.getOrDefault(file, ""));
    }
    before.put(file, git.file(branch, file).orElse(""));
    String image = request.write().change().id().value();
    return git.commitFile(branch, file, "image: " + image + "\nreplicas: 2\n");
  }

  @Override
  public synchronized void stop(RunHandle handle, RunRequest request, Instant now) {
    answers(request.write().target());
    known(handle).ifPresent(run -> run.stopped = true);
  }

  private Optional<Run> known(RunHandle handle) {
    return runs.stream()
        .filter(run -> run.handle.equals(handle) && !forgotten.contains(handle))
        .findFirst();
  }

  private void answers(Target target) {
    if (down) {
      throw new PlatformException(reason("control-plane-unavailable", target, "does not answer"));
    }
  }

  private static Reason reason(String code, Target target, String what) {
    return new Reason(
        ReasonCode.of(code),
        "The control plane of target " + target.name() + " " + what + ".",
        "target " + target.name(),
        "Look at the control plane of shard " + target.shard() + ".");
  }
}
