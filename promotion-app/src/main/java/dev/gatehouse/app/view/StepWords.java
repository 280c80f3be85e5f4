package dev.gatehouse.app.view;

import dev.gatehouse.reason.NextStep;
import dev.gatehouse.view.StepWording;
import java.util.Optional;
import java.util.stream.Collectors;

/** Words a {@link NextStep} as the command line that does it. */
public enum StepWords implements StepWording {
  /** The words to type. */
  TYPED;

  private static final String HERE = "<promotion>";

  @Override
  public Optional<String> command(NextStep step) {
    return Optional.of(line(step)).filter(line -> !line.isEmpty()).map(line -> "gatehouse " + line);
  }

  private static String line(NextStep step) {
    return switch (step.kind()) {
      case WAIT_UNTIL -> "";
      case APPROVE -> approve((NextStep.Approve) step);
      case ATTEST -> attest((NextStep.Attest) step);
      case WAIVE -> {
        NextStep.Waive waive = (NextStep.Waive) step;
        yield "waive "
            + id(waive.promotion())
            + " "
            + waive.gate()
            + " --owner <who> --reason <why> --expires <span>";
      }
      case CONFIRM_WAIVER -> {
        NextStep.ConfirmWaiver confirm = (NextStep.ConfirmWaiver) step;
        yield "waive " + id(confirm.promotion()) + " " + confirm.gate() + " --confirm";
      }
      case ABORT -> "abort " + ((NextStep.Abort) step).promotion() + " --reason <why>";
      case CHOOSE_ROLLBACK ->
          "way-back "
              + ((NextStep.ChooseRollback) step).promotion()
              + " revert (or forward) --reason <why>";
      case PROMOTE -> {
        NextStep.Promote promote = (NextStep.Promote) step;
        yield "promote " + promote.application() + " --to " + promote.stage();
      }
      case SHOW -> "status " + ((NextStep.Show) step).promotion();
      case LIST_OPEN -> "status --open";
      case DRIVE -> "run" + ((NextStep.Drive) step).shard().map(s -> " --shards " + s).orElse("");
      case VERIFY_LEDGER -> "audit verify";
      case EXPORT_LEDGER -> "audit export --to <file>";
      case START_FILE -> "init";
    };
  }

  private static String approve(NextStep.Approve approve) {
    return "approve "
        + id(approve.promotion())
        + " --plan "
        + approve.plan()
        + approve.typed().map(phrase -> " --confirm '" + phrase + "'").orElse("");
  }

  private static String attest(NextStep.Attest attest) {
    String value = attest.number() ? "=<number>" : "=true";
    return "attest "
        + id(attest.promotion())
        + attest.checks().stream().map(check -> " " + check + value).collect(Collectors.joining());
  }

  private static String id(Optional<String> promotion) {
    return promotion.orElse(HERE);
  }
}
