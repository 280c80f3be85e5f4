package dev.gatehouse.view;

import dev.gatehouse.reason.Reason;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A {@link Reason} as data. */
public final class ReasonFields {
  private static final String PAGE = "docs/reference/reasons.md#";

  private ReasonFields() {}

  /** Returns the fields of a reason. */
  public static Map<String, @Nullable Object> of(Reason reason, StepWording words) {
    return Fields.of("code", reason.code())
        .and("what", reason.what())
        .and("where", reason.where())
        .and("next", words.next(reason, "<promotion>"))
        .and("steps", reason.steps().stream().map(step -> StepFields.of(step, words)).toList())
        .and("page", page(reason))
        .map();
  }

  /** Returns the place of the page that explains this reason. */
  public static String page(Reason reason) {
    return PAGE + reason.code();
  }
}
