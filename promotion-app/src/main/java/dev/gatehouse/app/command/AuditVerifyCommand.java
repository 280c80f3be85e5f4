package dev.gatehouse.app.command;

import dev.gatehouse.app.terminal.Exit;
import dev.gatehouse.app.terminal.Report;
import dev.gatehouse.app.terminal.Surroundings;
import dev.gatehouse.app.view.AuditView;
import dev.gatehouse.app.view.ProblemsView;
import dev.gatehouse.history.Checkpoint;
import dev.gatehouse.json.EarlierLedger;
import dev.gatehouse.json.LedgerAudit;
import dev.gatehouse.json.LedgerReader;
import dev.gatehouse.runtime.Composition;
import dev.gatehouse.runtime.KeptCheckpoints;
import dev.gatehouse.runtime.Opening;
import dev.gatehouse.runtime.RulesFile;
import dev.gatehouse.runtime.Wiring;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

  @Option(
      names = "--against",
      paramLabel = "<file>",
      description = "Also require every row of this earlier export to be there.")
  @Nullable Path against;

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
      KeptCheckpoints kept = composition.audit().kept();
      LedgerAudit audit = new LedgerAudit(kept(kept), String.valueOf(kept.file()));
      if (against != null) {
        Path file = around().resolve(against);
        EarlierLedger earlier = new EarlierLedger();
        Report export = earlier(file, earlier);
        if (export.exit() != Exit.DONE) {
          return export;
        }
        audit.against(earlier);
      }
      composition.audit().visit(audit);
      return AuditView.of(audit.report(), "the ledger", ink());
    }
  }

  private static List<Checkpoint> kept(KeptCheckpoints kept) {
    try {
      return kept.all();
    } catch (IOException e) {
      throw UsableFile.unreadable(kept.file(), e);
    }
  }

  /** An export that is altered itself proves nothing. */
  private Report earlier(Path file, EarlierLedger earlier) {
    Report report = exported(file);
    if (report.exit() == Exit.DONE) {
      try (InputStream in = Files.newInputStream(file)) {
        new LedgerReader(in, String.valueOf(file.getFileName())).read(earlier);
      } catch (IOException e) {
        throw UsableFile.unreadable(file, e);
      }
    }
    return report;
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
