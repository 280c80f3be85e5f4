package dev.gatehouse.app.command;

import dev.gatehouse.app.terminal.Exit;
import dev.gatehouse.app.terminal.Report;
import dev.gatehouse.app.terminal.Surroundings;
import dev.gatehouse.app.view.AuditView;
import dev.gatehouse.app.view.ReasonView;
import dev.gatehouse.json.EarlierLedger;
import dev.gatehouse.json.LedgerReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Proves that the ledger, or an export of it, is as it was written. */
@Command(name = "verify", description = "Prove that nothing was altered, dropped or added.")
public final class AuditVerifyCommand extends EngineCommand {
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
    return export == null ? super.report() : exported(around().resolve(export));
  }

  @Override
  Report on(Session session) {
    if (against == null) {
      return verified(session, Optional.empty());
    }
    EarlierLedger earlier = new EarlierLedger();
    Report report = earlier(around().resolve(against), earlier);
    return report.exit() == Exit.DONE ? verified(session, Optional.of(earlier)) : report;
  }

  private Report verified(Session session, Optional<EarlierLedger> earlier) {
    return session
        .composition()
        .audit()
        .verify(earlier, session.caller())
        .either(
            audit -> AuditView.of(audit, "the ledger", ink()),
            reason -> ReasonView.refused(reason, ink()));
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
