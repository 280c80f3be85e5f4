package dev.gatehouse.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import okhttp3.Response;

/**
 * Makes something of an answer of HTTP, or a failure.
 *
 * @param <T> what it makes
 */
@FunctionalInterface
interface AnswerTaker<T> {
  /** Takes the answer; runs {@code begun} before a caller's reader sees any of it. */
  T take(Response answer, Failures failures, Runnable begun) throws IOException, ApiException;

  /** Takes one JSON value with nothing behind it. */
  static <T> AnswerTaker<T> json(
      AnswerReader<T> reader, ObjectMapper mapper, long mostBytes, InstantSource clock) {
    return (answer, failures, begun) -> {
      ErrorAnswers.requireGood(answer, failures, clock.instant(), "application/json");
      try (InputStream in = new BoundedInput(answer.body().byteStream(), mostBytes);
          JsonParser json = mapper.createParser(in)) {
        begun.run();
        T value = reader.read(json);
        if (json.nextToken() != null) {
          throw new UnexpectedAnswerException("unexpected data after the end of the answer");
        }
        return value;
      }
    };
  }

  /** Takes an answer whose status says it all, and throws its body away. */
  static AnswerTaker<Boolean> status(long mostBytes, InstantSource clock) {
    return (answer, failures, begun) -> {
      ErrorAnswers.requirePlain(answer, failures, clock.instant());
      try (InputStream in = new BoundedInput(answer.body().byteStream(), mostBytes)) {
        return in.transferTo(OutputStream.nullOutputStream()) >= 0;
      }
    };
  }
}
