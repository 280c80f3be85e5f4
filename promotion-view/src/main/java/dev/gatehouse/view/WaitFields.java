package dev.gatehouse.view;

import dev.gatehouse.promotion.Wait;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One thing that a promotion waits for, as data. */
public final class WaitFields {
  private WaitFields() {}

  /** Returns the fields. */
  public static Map<String, @Nullable Object> of(Wait wait, StepWording words) {
    return Fields.of("kind", wait.kind())
        .and("target", wait.target())
        .and("what", wait.what())
        .and("until", wait.until())
        .and("holder", wait.holder())
        .and("end", words.end(wait))
        .and("steps", wait.steps().stream().map(step -> StepFields.of(step, words)).toList())
        .map();
  }
}
