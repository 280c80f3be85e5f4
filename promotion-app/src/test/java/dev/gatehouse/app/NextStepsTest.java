package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.gatehouse.app.terminal.Surroundings;
import dev.gatehouse.app.view.StepWords;
import dev.gatehouse.reason.NextStep;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the command says about next steps can be typed as it is. */
class NextStepsTest {
  private static final List<NextStep> ALL =
      List.of(
          new NextStep.WaitUntil(Instant.EPOCH),
          new NextStep.Approve(Optional.of("p-1"), "0123456789ab", Optional.of("shop to prod")),
          new NextStep.Attest(Optional.of("p-1"), List.of("trust.tests", "load"), true),
          new NextStep.Waive(Optional.of("p-1"), "bake"),
          new NextStep.ConfirmWaiver(Optional.of("p-1"), "bake"),
          new NextStep.Abort("p-1"),
          new NextStep.ChooseRollback("p-1"),
          new NextStep.Promote("shop", "prod"),
          new NextStep.Show("p-1"),
          new NextStep.ListOpen(),
          new NextStep.Drive(Optional.of("eu")),
          new NextStep.VerifyLedger(),
          new NextStep.ExportLedger(),
          new NextStep.StartFile());

  @Test
  void everyKindOfStepHasALineThatTheCommandUnderstands() {
    assertThat(ALL).extracting(NextStep::kind).containsExactly(NextStep.Kind.values());
    ALL.stream()
        .flatMap(step -> StepWords.TYPED.command(step).stream())
        .forEach(
            line ->
                assertThatCode(
                        () -> Gatehouse.line(Surroundings.ofProcess()).parseArgs(typed(line)))
                    .as(line)
                    .doesNotThrowAnyException());
  }

  @Test
  void aReasonNamesItsPromotionAndJoinsItsCommands() {
    Reason reason =
        new Reason(ReasonCode.of("a"), "what", "where", "Ask them.", ALL.get(1))
            .then("Or stop it.", new NextStep.Abort("p-2"));
    assertThat(StepWords.TYPED.next(reason, "p-2"))
        .isEqualTo(
            "Ask them. Or stop it: gatehouse approve p-1 --plan 0123456789ab --confirm 'shop to"
                + " prod', or gatehouse abort p-2 --reason <why>.");
  }

  /** The words as a shell gives them, with something for each placeholder. */
  private static String[] typed(String line) {
    return line.replaceFirst("^gatehouse ", "")
        .replace("'shop to prod'", "shop")
        .replace(" (or forward)", "")
        .replaceAll("<number>", "5")
        .replaceAll("<\\w+>", "x")
        .split(" ");
  }
}
