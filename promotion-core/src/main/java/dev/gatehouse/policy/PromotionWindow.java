package dev.gatehouse.policy;

import dev.gatehouse.risk.ChangeClass;
import dev.gatehouse.risk.RiskLevel;
import dev.gatehouse.stage.StageName;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A time in which promotions may start, or may not; where several apply a deny wins.
 *
 * @param name for people, and for stages that ask for it
 * @param kind allow or deny
 * @param starts when it starts
 * @param length how long it lasts
 * @param classes the classes it applies to; empty means all
 * @param levels the levels it applies to; empty means all
 * @param stages the stages it applies to; empty means all, unless it is on request
 * @param onRequest true when it applies only where a control model or a stage names it
 */
public record PromotionWindow(
    String name,
    Kind kind,
    Recurrence starts,
    Duration length,
    Set<ChangeClass> classes,
    Set<RiskLevel> levels,
    Set<StageName> stages,
    boolean onRequest) {
  /** What an open window means. */
  public enum Kind {
    ALLOW,
    DENY
  }

  /** Copies the sets. */
  public PromotionWindow {
    classes = Collections.unmodifiableSet(new TreeSet<>(classes));
    levels = Collections.unmodifiableSet(new TreeSet<>(levels));
    stages = Set.copyOf(stages);
  }

  /** Returns whether the window concerns such a change in this stage. */
  public boolean appliesTo(
      ChangeClass changeClass, RiskLevel level, StageName stage, Set<String> requested) {
    return (classes.isEmpty() || classes.contains(changeClass))
        && (levels.isEmpty() || levels.contains(level))
        && (stages.isEmpty() || stages.contains(stage))
        && (!onRequest || requested.contains(name));
  }

  /** Returns whether it is open: from its start, and until just before its end. */
  public boolean isOpen(Instant now) {
    return starts.lastStart(now).map(start -> now.isBefore(start.plus(length))).orElse(false);
  }

  /** Returns when it closes, or empty when it is not open. */
  public Optional<Instant> closesAt(Instant now) {
    return isOpen(now) ? starts.lastStart(now).map(start -> start.plus(length)) : Optional.empty();
  }

  /** Returns when it opens next, or empty when it never does. */
  public Optional<Instant> opensAt(Instant now) {
    return starts.nextStart(now);
  }
}
