package dev.gatehouse.testkit.argo;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The deadline that a caller sets with the header {@code Grpc-Timeout}. */
final class GrpcTimeout {
  private static final Pattern TEXT = Pattern.compile("(\\d{1,8})([HMSmun])");
  private static final Duration TOO_SHORT_FOR_ANY_ANSWER = Duration.ofMillis(1);

  private GrpcTimeout() {}

  static Optional<Duration> of(HttpCall call) throws Refusal {
    String header = call.header("grpc-timeout");
    if (header.isEmpty()) {
      return Optional.empty();
    }
    Matcher parts = TEXT.matcher(header);
    if (!parts.matches()) {
      throw new Refusal(GrpcCode.INVALID_ARGUMENT, "invalid grpc-timeout: " + header);
    }
    long number = Long.parseLong(parts.group(1));
    return Optional.of(
        switch (parts.group(2)) {
          case "H" -> Duration.ofHours(number);
          case "M" -> Duration.ofMinutes(number);
          case "S" -> Duration.ofSeconds(number);
          case "m" -> Duration.ofMillis(number);
          case "u" -> Duration.ofNanos(number * 1000);
          default -> Duration.ofNanos(number);
        });
  }

  /** Refuses what is malformed, and what no server could answer in time. */
  static void check(HttpCall call) throws Refusal {
    if (of(call).filter(time -> time.compareTo(TOO_SHORT_FOR_ANY_ANSWER) < 0).isPresent()) {
      throw expired();
    }
  }

  static Refusal expired() {
    return new Refusal(GrpcCode.DEADLINE_EXCEEDED, "context deadline exceeded");
  }
}
