package dev.gatehouse.argocd.client;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JavaType;
import dev.gatehouse.argocd.http.Piece;
import dev.gatehouse.argocd.model.LogLine;
import dev.gatehouse.http.AnswerReader;
import dev.gatehouse.http.UnexpectedAnswerException;
import java.io.IOException;
import java.util.function.Consumer;

/** Reads a log one line at a time; without any pod there is no line at all, not even a last one. */
final class LogReader implements AnswerReader<Long> {
  private static final JavaType PIECE = Piece.of(LogLine.class);
  private final Consumer<LogLine> consumer;
  private final int longest;

  LogReader(Consumer<LogLine> consumer, int longest) {
    this.consumer = consumer;
    this.longest = longest;
  }

  /** Returns how many lines there were. */
  @Override
  public Long read(JsonParser json) throws IOException {
    long lines = 0;
    boolean whole = true;
    while (json.nextToken() != null) {
      LogLine line = Piece.value(json.getCodec().<Piece<LogLine>>readValue(json, PIECE));
      whole = line.last();
      if (!whole) {
        consumer.accept(bounded(line));
        lines++;
      }
    }
    if (!whole) {
      throw new UnexpectedAnswerException("the log breaks off before its end");
    }
    return lines;
  }

  private LogLine bounded(LogLine line) throws StreamConstraintsException {
    if (line.content().length() > longest) {
      throw new StreamConstraintsException("a line is beyond the limit");
    }
    return line;
  }
}
