package dev.gatehouse.app.terminal;

import dev.gatehouse.reason.SafeText;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The one place through which everything goes to a terminal, a file or a pipe.
 *
 * <p>What {@link #println(String)} is given stays one line; nothing but line breaks and the colours
 * of {@link Ink} controls the terminal. All else is shown as {@link SafeText} shows it.
 */
final class CleanWriter extends PrintWriter {
  private CleanWriter(Writer to) {
    super(to, true);
  }

  /** Returns a writer to this one that cleans, or the writer itself if it does already. */
  static PrintWriter over(PrintWriter to) {
    return to instanceof CleanWriter ? to : new CleanWriter(to);
  }

  @Override
  public void println(@Nullable String text) {
    synchronized (lock) {
      raw(Ink.shown(SafeText.line(String.valueOf(text))));
      println();
    }
  }

  @Override
  public void println(@Nullable Object value) {
    println(String.valueOf(value));
  }

  @Override
  public void write(String text, int start, int length) {
    raw(cleaned(text.substring(start, start + length)));
  }

  @Override
  public void write(char[] text, int start, int length) {
    raw(cleaned(new String(text, start, length)));
  }

  @Override
  public void write(int character) {
    raw(cleaned(String.valueOf((char) character)));
  }

  private void raw(String text) {
    super.write(text, 0, text.length());
  }

  /** Text of several lines keeps its line breaks. */
  private static String cleaned(String text) {
    return Stream.of(text.replace("\r\n", "\n").split("\n", -1))
        .map(line -> Ink.shown(SafeText.line(line)))
        .collect(Collectors.joining("\n"));
  }
}
