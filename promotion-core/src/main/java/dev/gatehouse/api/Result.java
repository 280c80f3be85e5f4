package dev.gatehouse.api;

import dev.gatehouse.reason.Reason;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a call that needs a right came to; a refusal is a value.
 *
 * @param <T> what is returned when it is done
 */
public sealed interface Result<T> {
  /** The kind of result; one constant per record. */
  enum Kind {
    DONE,
    REFUSED
  }

  /** Returns the kind. */
  Kind kind();

  /** Returns what one of the two makes of it. */
  <R> R either(Function<T, R> done, Function<Reason, R> refused);

  /** Returns a refusal, or what the call returns when there is none. */
  static <T> Result<T> unless(
      Optional<Reason> refusal, java.util.function.Supplier<? extends T> call) {
    return refusal.isPresent() ? new Refused<>(refusal.get()) : new Done<>(call.get());
  }

  /** It was done. */
  record Done<T>(T value) implements Result<T> {
    @Override
    public Kind kind() {
      return Kind.DONE;
    }

    @Override
    public <R> R either(Function<T, R> done, Function<Reason, R> refused) {
      return done.apply(value);
    }
  }

  /** It was not done, and nothing changed. */
  record Refused<T>(Reason reason) implements Result<T> {
    @Override
    public Kind kind() {
      return Kind.REFUSED;
    }

    @Override
    public <R> R either(Function<T, R> done, Function<Reason, R> refused) {
      return refused.apply(reason);
    }
  }
}
