package dev.gatehouse.config.yaml;

import dev.gatehouse.config.problem.Place;
import dev.gatehouse.config.problem.ProblemCodes;
import dev.gatehouse.config.problem.Problems;
import dev.gatehouse.reason.NextStep;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Reads one YAML document into a tree, within limits; immutable and thread-safe.
 *
 * <p>Works on parser events alone: nothing in the text names a class or makes anything run.
 *
 * @param limits what the text may hold
 */
public record YamlSource(YamlLimits limits) {
  /** Returns the tree of the bytes, or empty when there is none; mistakes are noted. */
  public Optional<YamlTree> read(byte[] bytes, Problems problems) {
    if (bytes.length > limits.bytes()) {
      problems.add(
          Place.TOP,
          ProblemCodes.UNREADABLE,
          "The file has %,d bytes; the limit is %,d.".formatted(bytes.length, limits.bytes()),
          "Remove what does not belong into it, or split the installation.");
      return Optional.empty();
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return tree(text.startsWith("\uFEFF") ? text.substring(1) : text, problems);
    } catch (CharacterCodingException e) {
      problems.add(
          Place.TOP,
          ProblemCodes.UNREADABLE,
          "The file is not UTF-8 text.",
          "Save it again as UTF-8.");
      return Optional.empty();
    }
  }

  private Optional<YamlTree> tree(String text, Problems problems) {
    LoadSettings settings =
        LoadSettings.builder().setUseMarks(true).setCodePointLimit(limits.bytes()).build();
    try {
      ParserImpl events = new ParserImpl(settings, new StreamReader(settings, text));
      Optional<YamlTree> tree = new TreeBuilder(events, limits, problems).document();
      if (tree.isEmpty() && problems.isEmpty()) {
        problems.add(
            Place.TOP,
            ProblemCodes.SYNTAX,
            "The file is empty.",
            "Have a file written to start from.",
            List.of(new NextStep.StartFile()));
      }
      return tree;
    } catch (LimitReached e) {
      problems.add(e.place(), ProblemCodes.UNREADABLE, e.what(), e.next());
    } catch (MarkedYamlEngineException e) {
      problems.add(place(e.getProblemMark()), ProblemCodes.SYNTAX, said(e), remedy(e));
    } catch (YamlEngineException e) {
      problems.add(
          Place.TOP,
          ProblemCodes.SYNTAX,
          "This is not YAML: " + firstLine(String.valueOf(e.getMessage())) + ".",
          "Correct the text; an editor with YAML support shows where.");
    }
    return Optional.empty();
  }

  private static Place place(Optional<Mark> mark) {
    return mark.map(m -> new Place(m.getLine() + 1, m.getColumn() + 1, "$")).orElse(Place.TOP);
  }

  private static String said(MarkedYamlEngineException e) {
    String context = e.getContext() == null ? "" : firstLine(e.getContext()) + ", ";
    return "This is not YAML: " + context + firstLine(e.getProblem()) + ".";
  }

  private static String remedy(MarkedYamlEngineException e) {
    String problem = e.getProblem();
    if (problem.contains("\\t")) {
      return "Indent with spaces; YAML knows no tabs.";
    }
    if (problem.contains("mapping values are not allowed")) {
      return "Put a value that holds ': ' into quotes, or correct the indentation.";
    }
    if (problem.contains("cannot start any token")) {
      return "Put the value into quotes.";
    }
    return "Correct the indentation, brackets or quotes at or just before this line.";
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("malformed").strip();
  }
}
