package dev.gatehouse.lawbreakers;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.function.Supplier;

/** Each nested class reads the wall clock in another way. */
@SuppressWarnings("JavaUtilDate")
public final class Clocks {
  private Clocks() {}

  /** By the instant. */
  public static final class ByInstant {
    final Instant now = Instant.now();
  }

  /** By a method reference. */
  public static final class ByReference {
    final Supplier<Instant> now = Instant::now;
  }

  /** By the date of a zone. */
  public static final class ByDate {
    final LocalDate now = LocalDate.now(ZoneOffset.UTC);
  }

  /** By the clock of the system. */
  public static final class ByClock {
    final Clock now = Clock.systemUTC();
  }

  /** By the time source of the system. */
  public static final class BySource {
    final InstantSource now = InstantSource.system();
  }

  /** By milliseconds. */
  public static final class ByMillis {
    final long now = System.currentTimeMillis();
  }

  /** By an old date. */
  public static final class ByOldDate {
    final Date now = new Date();
  }
}
