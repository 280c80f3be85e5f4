package dev.gatehouse.app.command;

import dev.gatehouse.app.drive.PausePoint;
import dev.gatehouse.app.terminal.Report;
import dev.gatehouse.app.terminal.Surroundings;
import dev.gatehouse.app.view.ProblemsView;
import dev.gatehouse.app.view.ReasonView;
import dev.gatehouse.runtime.Composition;
import dev.gatehouse.runtime.Opening;
import dev.gatehouse.runtime.RulesFile;
import dev.gatehouse.runtime.Wiring;

/** A command that needs the engine: opens it from the rules, and closes it. */
abstract class EngineCommand extends ReportingCommand {
  EngineCommand(Surroundings around) {
    super(around);
  }

  @Override
  protected Report report() {
    Opening opening = Composition.open(RulesFile.of(common.file, around().directory()), wiring());
    if (opening instanceof Opening.Invalid invalid) {
      return ProblemsView.of(invalid.problems(), ink());
    }
    try (Composition composition = ((Opening.Opened) opening).composition()) {
      Session session = new Session(composition, common.as, around(), ink());
      return session
          .unknownCaller()
          .map(reason -> ReasonView.refused(reason, ink()))
          .orElseGet(() -> on(session));
    }
  }

  /** Returns what the engine is put together with; some commands listen. */
  Wiring wiring() {
    return Wiring.of(around().environment(), around().clock())
        .pausing(PausePoint.of(around().environment(), around().out()));
  }

  /** Does the work on an open engine. */
  abstract Report on(Session session);
}
