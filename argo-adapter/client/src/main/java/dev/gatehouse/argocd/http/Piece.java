package dev.gatehouse.argocd.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import dev.gatehouse.http.ReportedException;
import dev.gatehouse.http.UnexpectedAnswerException;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One piece of an answer that comes piece by piece: what was asked for, or the error that ends it.
 *
 * @param <T> what was asked for
 */
public record Piece<T>(Optional<T> result, Optional<ErrorPart> error) {
  /** How the server reports an error once it has begun to answer. */
  public record ErrorPart(
      @JsonProperty("grpc_code") int code,
      @JsonProperty("http_code") int status,
      Optional<String> message) {}

  /** The type of a piece that brings this, for a reader of JSON. */
  public static JavaType of(Class<?> type) {
    return TypeFactory.defaultInstance().constructParametricType(Piece.class, type);
  }

  /**
   * Returns what was asked for. A piece without content is how the server ends a stream in an error
   * that the selection of fields has taken away.
   *
   * @throws ReportedException when the piece is an error
   * @throws UnexpectedAnswerException when it is no piece
   */
  public static <T> T value(@Nullable Piece<T> piece) throws IOException {
    if (piece == null) {
      throw new UnexpectedAnswerException("an event is neither a change nor an error");
    }
    if (piece.error().isPresent()) {
      ErrorPart error = piece.error().get();
      throw new ReportedException(error.code(), error.status(), error.message().orElse(""));
    }
    return piece
        .result()
        .orElseThrow(
            () -> new ReportedException(14, 503, "the server has ended it and not said why"));
  }
}
