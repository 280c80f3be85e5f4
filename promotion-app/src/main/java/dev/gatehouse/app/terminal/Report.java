package dev.gatehouse.app.terminal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a command has to say at its end, in both forms.
 *
 * @param exit how it ends
 * @param text the lines for people
 * @param fields the same for programs
 */
public record Report(Exit exit, List<String> text, Map<String, @Nullable Object> fields) {
  /** Copies both, keeping the order of the fields. */
  public Report {
    text = List.copyOf(text);
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }
}
