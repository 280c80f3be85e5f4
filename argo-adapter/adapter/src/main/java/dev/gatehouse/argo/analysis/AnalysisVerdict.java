package dev.gatehouse.argo.analysis;

import dev.gatehouse.argocd.model.Rollout;
import dev.gatehouse.evidence.Evidence.Condition.Status;
import dev.gatehouse.reason.SafeText;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/**
 * What the analysis runs of an application say about the revision that is synced.
 *
 * @param status true only when every run that is about the revision ended well
 * @param detail one sentence for people; what a server wrote in it is cleaned and cut
 */
public record AnalysisVerdict(Status status, String detail) {
  private static final int LONGEST = 300;
  private static final int NAMED = 3;

  /** Judges by the newest of the runs that repeat each other. */
  public static AnalysisVerdict of(List<SeenRun> seen, Instant syncedSince) {
    Collection<SeenRun> runs =
        seen.stream()
            .filter(run -> run.isAbout(syncedSince))
            .collect(
                Collectors.toMap(
                    SeenRun::place,
                    run -> run,
                    BinaryOperator.maxBy(Comparator.comparing(SeenRun::createdAt)),
                    TreeMap::new))
            .values();
    Map<SeenRun.Outcome, List<SeenRun>> by =
        runs.stream().collect(Collectors.groupingBy(SeenRun::outcome));
    if (by.containsKey(SeenRun.Outcome.BAD)) {
      return new AnalysisVerdict(Status.FALSE, failed(by.get(SeenRun.Outcome.BAD).get(0)));
    }
    return open(runs, by, syncedSince)
        .map(AnalysisVerdict::unknown)
        .orElseGet(() -> new AnalysisVerdict(Status.TRUE, subject(runs) + " ended successfully."));
  }

  /** Creates a verdict that says why nothing is known. */
  public static AnalysisVerdict unknown(String why) {
    return new AnalysisVerdict(Status.UNKNOWN, why);
  }

  private static Optional<String> open(
      Collection<SeenRun> runs, Map<SeenRun.Outcome, List<SeenRun>> by, Instant since) {
    if (runs.isEmpty()) {
      return Optional.of(
          "No analysis run was created for it since it was synced at " + since + ".");
    }
    if (by.containsKey(SeenRun.Outcome.UNCLEAR)) {
      SeenRun run = by.get(SeenRun.Outcome.UNCLEAR).get(0);
      return Optional.of(
          "Analysis run " + clean(run.name()) + " " + run.unclear() + "." + message(run));
    }
    if (by.containsKey(SeenRun.Outcome.RUNNING)) {
      return Optional.of(subject(by.get(SeenRun.Outcome.RUNNING)) + " has not ended yet.");
    }
    return runs.stream()
        .flatMap(run -> run.rollout().stream())
        .filter(rollout -> !rollout.isComplete())
        .findFirst()
        .map(AnalysisVerdict::underWay);
  }

  private static String underWay(Rollout rollout) {
    String name = "Rollout " + clean(rollout.metadata().name());
    return rollout.status().abort()
        ? name + " was aborted; a run that ended with it proves nothing."
        : name + " is not complete yet; more analysis may follow.";
  }

  private static String failed(SeenRun run) {
    String phase = run.run().status().code().word().toLowerCase(java.util.Locale.ROOT);
    return "Analysis run " + clean(run.name()) + " ended: " + phase + "." + message(run);
  }

  private static String message(SeenRun run) {
    return run.run().status().message().map(text -> " " + sentence(clean(text))).orElse("");
  }

  private static String subject(Collection<SeenRun> runs) {
    String names =
        runs.stream().limit(NAMED).map(run -> clean(run.name())).collect(Collectors.joining(", "));
    String more = runs.size() > NAMED ? " and " + (runs.size() - NAMED) + " more" : "";
    return (runs.size() == 1 ? "Analysis run " : "Each of the analysis runs ") + names + more;
  }

  private static String sentence(String text) {
    return text.endsWith(".") ? text : text + ".";
  }

  private static String clean(String text) {
    return SafeText.cut(SafeText.line(text.strip()), LONGEST);
  }
}
