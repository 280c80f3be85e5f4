package dev.gatehouse.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;
import okhttp3.Call;
import org.jspecify.annotations.Nullable;

/**
 * Turns whatever happened to one request into a failure that holds no secret.
 *
 * @param server where it went
 * @param dialect how that product says no
 * @param call the request
 * @param hidden texts that must not be shown
 */
record Failures(ApiServer server, ErrorDialect dialect, ApiCall call, List<String> hidden) {
  Failures {
    hidden = List.copyOf(hidden);
  }

  ApiException of(FailureKind kind, @Nullable String message) {
    return of(kind, Optional.empty(), Optional.empty(), message, Optional.empty());
  }

  ApiException of(
      FailureKind kind,
      Optional<Integer> status,
      Optional<Integer> code,
      @Nullable String message,
      Optional<Duration> retryAfter) {
    return new ApiException(
        new ApiFailure(
            kind,
            dialect.code(kind),
            dialect.next(kind),
            status,
            code,
            ShownText.shown(message, hidden),
            ShownText.shown(call.shown(), hidden),
            server.toString(),
            !call.isReading(),
            retryAfter));
  }

  /** What broke a request that may also have been cancelled by us. */
  ApiException broken(Call call, IOException cause) {
    boolean timeUp = cause instanceof InterruptedIOException;
    return call.isCanceled() && !timeUp
        ? of(FailureKind.INTERRUPTED, "we have broken the request off")
        : broken(cause);
  }

  /** What broke the connection or the reading. */
  ApiException broken(IOException cause) {
    if (cause instanceof BoundedInput.TooLargeException) {
      return of(FailureKind.TOO_LARGE, cause.getMessage());
    }
    if (cause instanceof ReportedException reported) {
      return reported(reported);
    }
    if (cause instanceof StreamConstraintsException) {
      return of(FailureKind.TOO_LARGE, "the answer is nested too deep, or a part is too long");
    }
    if (cause instanceof UnexpectedAnswerException) {
      return of(FailureKind.MALFORMED, cause.getMessage());
    }
    if (cause instanceof JsonProcessingException json) {
      return of(FailureKind.MALFORMED, unreadable(json));
    }
    if (cause instanceof InterruptedIOException && !isConnecting(cause)) {
      return of(FailureKind.TIMED_OUT, "no answer in time (" + cause.getMessage() + ")");
    }
    return of(isTls(cause) ? FailureKind.TLS : FailureKind.UNREACHABLE, said(cause));
  }

  private ApiException reported(ReportedException error) {
    String said = String.valueOf(error.getMessage());
    return of(
        dialect.kind(error.code(), error.status(), said),
        Optional.of(error.status()),
        Optional.of(error.code()),
        said,
        Optional.empty());
  }

  /** The place only: what is there may be secret. */
  private static String unreadable(JsonProcessingException json) {
    if (json.getCause() instanceof BoundedInput.TooLargeException large) {
      return String.valueOf(large.getMessage());
    }
    String field =
        json instanceof JsonMappingException mapping
            ? mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[]" : step.getFieldName())
                .limit(12)
                .reduce("", (left, right) -> left.isEmpty() ? right : left + "." + right)
            : "";
    return field.isEmpty()
        ? "the answer is not the JSON that was expected"
        : "the answer cannot be read at " + field;
  }

  private static boolean isConnecting(IOException cause) {
    return cause instanceof SocketTimeoutException
        && String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT).contains("connect");
  }

  private static boolean isTls(IOException cause) {
    return cause instanceof SSLException && !(cause.getCause() instanceof IOException);
  }

  private static String said(IOException cause) {
    if (cause instanceof UnknownHostException) {
      return "the host name is not known";
    }
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }
}
