package dev.gatehouse.app.command;

import dev.gatehouse.app.terminal.Report;
import dev.gatehouse.app.terminal.Surroundings;
import dev.gatehouse.app.view.ControlModelsView;
import dev.gatehouse.app.view.ProblemsView;
import dev.gatehouse.config.LoadedConfiguration;
import dev.gatehouse.policy.DefaultControlModels;
import dev.gatehouse.runtime.RulesFile;
import java.nio.file.Files;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows what each class and level of risk asks for: by the rules here, or by default. */
@Command(name = "control-models", description = "Show what each class and level of risk asks for.")
public final class ControlModelsCommand extends ReportingCommand {
  @Option(names = "--defaults", description = "The built-in ones, whatever the rules here say.")
  boolean defaults;

  /** Creates the command in these surroundings. */
  public ControlModelsCommand(Surroundings around) {
    super(around);
  }

  @Override
  protected Report report() {
    RulesFile file = RulesFile.of(common.file, around().directory());
    boolean named = common.file.getNameCount() > 1 || Files.exists(file.path());
    if (defaults || !named) {
      return ControlModelsView.of(DefaultControlModels.all(), "Gatehouse itself", ink());
    }
    LoadedConfiguration loaded = file.load();
    return loaded instanceof LoadedConfiguration.Loaded good
        ? ControlModelsView.of(good.rulebook().models(), file.name(), ink())
        : ProblemsView.of(((LoadedConfiguration.Invalid) loaded).problems(), ink());
  }
}
