package dev.gatehouse.app.terminal;

import dev.gatehouse.reason.SafeText;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import java.util.stream.Collectors;

/** Log lines for people, cleaned as everything else; further lines of a message are indented. */
public final class CleanFormatter extends Formatter {
  /** For {@code logging.properties}. */
  public CleanFormatter() {}

  @Override
  public String format(LogRecord entry) {
    Throwable thrown = entry.getThrown();
    String message = formatMessage(entry) + (thrown == null ? "" : "\n" + thrown);
    String clean = message.lines().map(SafeText::line).collect(Collectors.joining("\n    "));
    return entry.getLevel().getName()
        + " "
        + SafeText.line(String.valueOf(entry.getLoggerName()))
        + ": "
        + clean
        + System.lineSeparator();
  }
}
