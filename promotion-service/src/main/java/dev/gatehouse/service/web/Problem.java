package dev.gatehouse.service.web;

import dev.gatehouse.reason.Reason;
import dev.gatehouse.view.Fields;
import dev.gatehouse.view.JsonText;
import dev.gatehouse.view.ReasonFields;
import dev.gatehouse.view.StepWording;
import java.util.Map;
import java.util.Optional;

/** Says a {@link Reason} as RFC 9457 problem details. */
public final class Problem {
  /** The media type of problem details. */
  public static final String TYPE = "application/problem+json";

  private static final StepWording NO_WORDS = step -> Optional.empty();

  private Problem() {}

  /** Returns the answer for a reason, with the status of its kind. */
  public static Response of(Reason reason, StepWording words) {
    return of(ProblemStatus.of(reason.code()), reason, words);
  }

  /** Returns the answer for a reason that no act of ours helps against. */
  static Response of(int status, Reason reason) {
    return of(status, reason, NO_WORDS);
  }

  /** Returns the answer for a reason with this status. */
  public static Response of(int status, Reason reason, StepWording words) {
    Fields fields =
        Fields.of("type", ReasonFields.page(reason))
            .and("title", reason.code().value().replace('-', ' '))
            .and("status", status)
            .and("detail", reason.what())
            .andAll(ReasonFields.of(reason, words));
    return new Response(status, Map.of(), TYPE, JsonText.of(fields.map()) + "\n");
  }
}
