package dev.gatehouse.config;

import dev.gatehouse.config.assembly.Assembler;
import dev.gatehouse.config.controlplane.ControlPlaneFormat;
import dev.gatehouse.config.document.GatehouseDocument;
import dev.gatehouse.config.problem.Place;
import dev.gatehouse.config.problem.ProblemCodes;
import dev.gatehouse.config.problem.Problems;
import dev.gatehouse.config.yaml.YamlLimits;
import dev.gatehouse.config.yaml.YamlSource;
import dev.gatehouse.policy.ControlModels;
import dev.gatehouse.reason.NextStep;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads {@code gatehouse.yaml}; immutable and thread-safe, so one loader serves every reload.
 *
 * <p>Never throws for what a file holds: every mistake is an entry of {@link
 * LoadedConfiguration.Invalid}, all of them at once.
 *
 * @param defaults the control models that a file changes
 * @param controlPlanes the kinds of control planes that a file may name
 */
public record ConfigurationLoader(
    ControlModels defaults, List<ControlPlaneFormat<?, ?>> controlPlanes) {
  /** Copies the list. */
  public ConfigurationLoader {
    controlPlanes = List.copyOf(controlPlanes);
  }

  /** A loader of files that name no control plane. */
  public ConfigurationLoader(ControlModels defaults) {
    this(defaults, List.of());
  }

  /** Reads a file; its relative paths start at its folder. */
  public LoadedConfiguration load(Path file) {
    Problems problems = new Problems(file.toString());
    Path folder = file.toAbsolutePath().normalize().getParent();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(YamlLimits.DEFAULT.bytes() + 1);
      return read(bytes, folder == null ? file.toAbsolutePath() : folder, problems);
    } catch (IOException e) {
      boolean missing = e instanceof NoSuchFileException;
      problems.add(
          Place.TOP,
          ProblemCodes.UNREADABLE,
          missing ? "There is no such file." : "The file cannot be read: " + e.getMessage() + ".",
          missing
              ? "Name another file, or let one be written to start from."
              : "Check that it is a file and that this user may read it.",
          missing ? List.of(new NextStep.StartFile()) : List.of());
      return new LoadedConfiguration.Invalid(problems.inFileOrder());
    }
  }

  /**
   * Reads a text.
   *
   * @param name the name that mistakes carry
   * @param text the text
   * @param folder where relative paths start
   */
  public LoadedConfiguration load(String name, String text, Path folder) {
    return read(
        text.getBytes(StandardCharsets.UTF_8),
        folder.toAbsolutePath().normalize(),
        new Problems(name));
  }

  private LoadedConfiguration read(byte[] bytes, Path folder, Problems problems) {
    Problems notices = problems.another();
    return new YamlSource(YamlLimits.DEFAULT)
        .read(bytes, problems)
        .map(tree -> GatehouseSchema.shape(controlPlanes).read(tree, "$", problems))
        .map(GatehouseDocument.class::cast)
        .map(
            document ->
                new Assembler(defaults, controlPlanes, folder)
                    .assemble(document, problems, notices))
        .filter(assembled -> problems.isEmpty())
        .<LoadedConfiguration>map(
            assembled ->
                new LoadedConfiguration.Loaded(
                    assembled.rulebook(), assembled.settings(), notices.inFileOrder()))
        .orElseGet(() -> new LoadedConfiguration.Invalid(problems.inFileOrder()));
  }
}
