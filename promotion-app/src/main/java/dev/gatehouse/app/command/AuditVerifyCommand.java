package dev.gatehouse.app.command;

import dev.gatehouse.app.composition.Composition;
import dev.gatehouse.app.composition.Opening;
import dev.gatehouse.app.composition.RulesFile;
import dev.gatehouse.app.composition.Wiring;
import dev.gatehouse.app.terminal.Report;
import dev.gatehouse.app.terminal.Surroundings;
import dev.gatehouse.app.view.AuditView;
import dev.gatehouse.app.view.ProblemsView;
import dev.gatehouse.history.AuditVerifier;
import dev.gatehouse.json.LedgerReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Proves that the ledger, or an export of it, is as it was written. */
@Command(name = "verify", description = "Prove that nothing was altered, dropped or added.")
public final class AuditVerifyCommand extends ReportingCommand {
  @Option(
      names = "--export",
      paramLabel = "<file>",
      description = "Verify this exported file instead; needs no rules and no database.")
  @Nullable Path export;

  /** Creates the command in these surroundings. */
  public AuditVerifyCommand(Surroundings around) {
    super(around);
  }

  @Override
  protected Report report() {
    return export == null ? ledger() : exported(around().resolve(export));
  }

  private Report ledger() {
    Opening opening =
        Composition.open(
            RulesFile.of(common.file, around().directory()),
            Wiring.of(around().environment(), around().clock()));
    if (opening instanceof Opening.Invalid invalid) {
      return ProblemsView.of(invalid.problems(), ink());
    }
    try (Composition composition = ((Opening.Opened) opening).composition()) {
      AuditVerifier verifier = new AuditVerifier();
      composition.history().visit(verifier);
      return AuditView.of(verifier.report(), "the ledger", ink());
    }
  }

  private Report exported(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      String name = String.valueOf(file.getFileName());
      return AuditView.of(new LedgerReader(in, name).verify(), name, ink());
    } catch (IOException e) {
      throw UsableFile.unreadable(file, e);
    }
  }
}
