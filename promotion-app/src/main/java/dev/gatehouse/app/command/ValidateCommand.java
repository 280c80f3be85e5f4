package dev.gatehouse.app.command;

import dev.gatehouse.app.terminal.Exit;
import dev.gatehouse.app.terminal.Report;
import dev.gatehouse.app.terminal.Surroundings;
import dev.gatehouse.app.view.ProblemsView;
import dev.gatehouse.config.LoadedConfiguration;
import dev.gatehouse.policy.Rulebook;
import dev.gatehouse.runtime.RulesFile;
import dev.gatehouse.stage.PromotionPath;
import dev.gatehouse.view.Fields;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

/** Checks the rules, and names every mistake at once. */
@Command(name = "validate", description = "Check the rules and report every mistake in one run.")
public final class ValidateCommand extends ReportingCommand {
  /** Creates the command in these surroundings. */
  public ValidateCommand(Surroundings around) {
    super(around);
  }

  @Override
  protected Report report() {
    RulesFile file = RulesFile.of(common.file, around().directory());
    LoadedConfiguration loaded = file.load();
    return loaded instanceof LoadedConfiguration.Loaded good
        ? valid(good, file.name())
        : ProblemsView.of(((LoadedConfiguration.Invalid) loaded).problems(), ink());
  }

  private Report valid(LoadedConfiguration.Loaded loaded, String name) {
    Rulebook rules = loaded.rulebook();
    long stages = rules.paths().values().stream().mapToLong(path -> path.stages().size()).sum();
    long targets = rules.paths().values().stream().mapToLong(ValidateCommand::targets).sum();
    String size =
        rules.paths().size()
            + " applications, "
            + stages
            + " stages, "
            + targets
            + " targets, "
            + rules.shards().size()
            + " shards";
    List<String> lines = new ArrayList<>(ProblemsView.lines(loaded.notices()));
    lines.add(ink().green(ink().bold("VALID")) + " " + name + ": " + size + ".");
    return new Report(
        Exit.DONE,
        lines,
        Fields.of("outcome", "done")
            .and("file", name)
            .and("applications", rules.paths().size())
            .and("stages", stages)
            .and("targets", targets)
            .and("shards", rules.shards().size())
            .and("notices", ProblemsView.fields(loaded.notices()))
            .map());
  }

  private static long targets(PromotionPath path) {
    return path.stages().stream().mapToLong(stage -> stage.targets().size()).sum();
  }
}
