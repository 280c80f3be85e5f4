package dev.gatehouse.service.rest;

import dev.gatehouse.reason.NextStep;
import dev.gatehouse.view.StepWording;
import java.util.Optional;

/** Words a {@link NextStep} as the request that does it. */
public enum HttpSteps implements StepWording {
  /** The words of a client of this service. */
  REQUESTED;

  private static final String HERE = "<promotion>";
  private static final String PROMOTIONS = "/v1/promotions";

  @Override
  public Optional<String> command(NextStep step) {
    return switch (step.kind()) {
      case APPROVE -> post(((NextStep.Approve) step).promotion(), "approvals");
      case ATTEST -> post(((NextStep.Attest) step).promotion(), "evidence");
      case WAIVE -> post(((NextStep.Waive) step).promotion(), "waivers");
      case CONFIRM_WAIVER -> post(((NextStep.ConfirmWaiver) step).promotion(), "confirmations");
      case ABORT -> post(Optional.of(((NextStep.Abort) step).promotion()), "abort");
      case CHOOSE_ROLLBACK ->
          post(Optional.of(((NextStep.ChooseRollback) step).promotion()), "way-back");
      case PROMOTE -> Optional.of("POST " + PROMOTIONS);
      case SHOW -> Optional.of("GET " + PROMOTIONS + "/" + ((NextStep.Show) step).promotion());
      case LIST_OPEN -> Optional.of("GET " + PROMOTIONS + "?open=true");
      case WAIT_UNTIL, DRIVE, VERIFY_LEDGER, EXPORT_LEDGER, START_FILE -> Optional.empty();
    };
  }

  private static Optional<String> post(Optional<String> promotion, String what) {
    return Optional.of("POST " + PROMOTIONS + "/" + promotion.orElse(HERE) + "/" + what);
  }
}
