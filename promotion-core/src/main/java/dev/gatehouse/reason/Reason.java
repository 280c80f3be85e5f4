package dev.gatehouse.reason;

import java.util.List;
import java.util.stream.Stream;

/**
 * One piece of bad news: what happened, where, and what the reader can do next.
 *
 * @param code the stable name of the reason; its page is {@code docs/reference/reasons.md#<code>}
 * @param what what happened, one sentence
 * @param where the file, line, path, stage or target it is about
 * @param next what to do next, in sentences that hold for every front end; never blank
 * @param steps the same as values, most useful first; empty when no act of ours helps
 */
public record Reason(
    ReasonCode code, String what, String where, String next, List<NextStep> steps) {
  /** Refuses blank parts: a reason without a remedy is not allowed to exist. */
  public Reason {
    if (what.isBlank() || where.isBlank() || next.isBlank()) {
      throw new IllegalArgumentException("a reason needs what, where and next: " + code);
    }
    steps = List.copyOf(steps);
  }

  /** Creates a reason whose remedy is outside this product. */
  public Reason(ReasonCode code, String what, String where, String next) {
    this(code, what, where, next, List.of());
  }

  /** Creates a reason with one step. */
  public Reason(ReasonCode code, String what, String where, String next, NextStep step) {
    this(code, what, where, next, List.of(step));
  }

  /** Returns this reason with something more to do. */
  public Reason then(String more, NextStep step) {
    return new Reason(
        code,
        what,
        where,
        next + " " + more,
        Stream.concat(steps.stream(), Stream.of(step)).toList());
  }

  /** Returns this reason with other words for what happened and where. */
  public Reason saying(String otherWhat, String otherWhere) {
    return new Reason(code, otherWhat, otherWhere, next, steps);
  }

  /** Returns this reason with its steps about the named promotion. */
  public Reason of(String promotion) {
    return steps.isEmpty()
        ? this
        : new Reason(
            code, what, where, next, steps.stream().map(step -> step.of(promotion)).toList());
  }

  /** Returns the one-line form for logs. */
  public String line() {
    return code.value() + " at " + where + ": " + what + " Next: " + next;
  }
}
