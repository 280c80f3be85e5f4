package dev.gatehouse.view;

import dev.gatehouse.reason.NextStep;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows a {@link NextStep} as data. */
public final class StepFields {
  private StepFields() {}

  /** Returns its kind, its values and, in these words, how to do it. */
  public static Map<String, @Nullable Object> of(NextStep step, StepWording words) {
    Fields kind = Fields.of("kind", step.kind());
    return (switch (step.kind()) {
          case WAIT_UNTIL -> kind.and("at", ((NextStep.WaitUntil) step).at());
          case APPROVE -> {
            NextStep.Approve approve = (NextStep.Approve) step;
            yield kind.and("promotion", approve.promotion())
                .and("plan", approve.plan())
                .and("typed", approve.typed());
          }
          case ATTEST -> {
            NextStep.Attest attest = (NextStep.Attest) step;
            yield kind.and("promotion", attest.promotion())
                .and("checks", attest.checks())
                .and("number", attest.number());
          }
          case WAIVE ->
              kind.and("promotion", ((NextStep.Waive) step).promotion())
                  .and("gate", ((NextStep.Waive) step).gate());
          case CONFIRM_WAIVER ->
              kind.and("promotion", ((NextStep.ConfirmWaiver) step).promotion())
                  .and("gate", ((NextStep.ConfirmWaiver) step).gate());
          case ABORT -> kind.and("promotion", ((NextStep.Abort) step).promotion());
          case CHOOSE_ROLLBACK ->
              kind.and("promotion", ((NextStep.ChooseRollback) step).promotion());
          case PROMOTE ->
              kind.and("application", ((NextStep.Promote) step).application())
                  .and("stage", ((NextStep.Promote) step).stage());
          case SHOW -> kind.and("promotion", ((NextStep.Show) step).promotion());
          case DRIVE -> kind.and("shard", ((NextStep.Drive) step).shard());
          case LIST_OPEN, VERIFY_LEDGER, EXPORT_LEDGER, START_FILE -> kind;
        })
        .and("command", words.command(step))
        .map();
  }
}
