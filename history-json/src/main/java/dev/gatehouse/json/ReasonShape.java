package dev.gatehouse.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gatehouse.reason.NextStep;
import java.util.List;

/**
 * How a reason is written: without {@code steps} when there are none, as before there were steps.
 */
@SuppressWarnings("unused")
abstract class ReasonShape {
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  private List<NextStep> steps = List.of();
}
