package dev.gatehouse.jenkins.waiting;

import dev.gatehouse.reason.NextStep;
import dev.gatehouse.view.StepWording;
import java.util.Optional;

/**
 * Words next steps as places in Jenkins where they are done.
 *
 * @param root the address of the root page of Gatehouse in Jenkins, such as {@code
 *     https://ci.example.com/gatehouse}; blank where Jenkins knows no address of its own
 */
public record JenkinsWords(String root) implements StepWording {
  /** Drops the slash at the end. */
  public JenkinsWords {
    root = root.replaceFirst("/+$", "");
  }

  /** Returns the page of a promotion. */
  public String page(String promotion) {
    return (root.isEmpty() ? "Jenkins, Gatehouse, " : root + "/promotion/") + promotion;
  }

  @Override
  public Optional<String> command(NextStep step) {
    return switch (step.kind()) {
      case APPROVE -> decide("approve", ((NextStep.Approve) step).promotion());
      case ATTEST -> decide("state the facts", ((NextStep.Attest) step).promotion());
      case WAIVE -> decide("waive", ((NextStep.Waive) step).promotion());
      case CONFIRM_WAIVER ->
          decide("confirm the waiver", ((NextStep.ConfirmWaiver) step).promotion());
      case ABORT -> decide("abort", Optional.of(((NextStep.Abort) step).promotion()));
      case CHOOSE_ROLLBACK ->
          decide("choose", Optional.of(((NextStep.ChooseRollback) step).promotion()));
      case SHOW -> Optional.of(page(((NextStep.Show) step).promotion()));
      case PROMOTE -> {
        NextStep.Promote promote = (NextStep.Promote) step;
        yield Optional.of(
            "promote application: '"
                + promote.application()
                + "', stage: '"
                + promote.stage()
                + "'");
      }
      case LIST_OPEN -> Optional.of(root.isEmpty() ? "Jenkins, Gatehouse" : root);
      case WAIT_UNTIL, DRIVE, VERIFY_LEDGER, EXPORT_LEDGER, START_FILE -> Optional.empty();
    };
  }

  private Optional<String> decide(String act, Optional<String> promotion) {
    return promotion.map(id -> act + " at " + page(id));
  }
}
