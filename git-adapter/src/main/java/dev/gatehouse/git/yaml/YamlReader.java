package dev.gatehouse.git.yaml;

import dev.gatehouse.git.yaml.YamlReading.Read;
import dev.gatehouse.git.yaml.YamlReading.Unreadable;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Reads a YAML text into nodes with offsets, within limits.
 *
 * <p>Works on parser events alone: no constructor, no class named by a tag, no recursion beyond the
 * depth limit. Immutable and thread-safe.
 *
 * @param limits what one text may hold
 */
public record YamlReader(YamlLimits limits) {

  /** A reader with {@link YamlLimits#DEFAULT}. */
  public static YamlReader withDefaults() {
    return new YamlReader(YamlLimits.DEFAULT);
  }

  /** Reads every document of the text; never throws for what the text holds. */
  public YamlReading read(String text) {
    if (text.length() > limits.characters()) {
      return new Unreadable(
          "%d characters are more than the limit of %d"
              .formatted(text.length(), limits.characters()),
          1);
    }
    try {
      return new Read(documents(text));
    } catch (UnclearYamlException e) {
      return new Unreadable(e.problem(), e.line());
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(m -> m.getLine() + 1).orElse(1);
      return new Unreadable(oneLine(e.getProblem()), line);
    } catch (YamlEngineException e) {
      return new Unreadable(oneLine(String.valueOf(e.getMessage())), 1);
    }
  }

  private List<YamlDocument> documents(String text) throws UnclearYamlException {
    LoadSettings settings =
        LoadSettings.builder().setUseMarks(true).setCodePointLimit(limits.characters()).build();
    ParserImpl events = new ParserImpl(settings, new StreamReader(settings, text));
    List<YamlDocument> documents = new ArrayList<>();
    Composer composer = new Composer(events, text, limits);
    while (events.hasNext()) {
      if (events.next().getEventId() == Event.ID.DocumentStart) {
        documents.add(composer.document(documents.size()));
      }
    }
    return documents;
  }

  private static String oneLine(String problem) {
    return problem.lines().findFirst().orElse("malformed YAML");
  }
}
