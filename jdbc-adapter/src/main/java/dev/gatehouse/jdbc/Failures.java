package dev.gatehouse.jdbc;

import dev.gatehouse.reason.PlatformException;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns what a database threw into a refusal that holds no secret. */
final class Failures {
  static final ReasonCode FAILED = ReasonCode.of("store-failed");
  static final ReasonCode IN_USE = ReasonCode.of("store-in-use");
  static final ReasonCode SILENT = ReasonCode.of("store-holder-silent");
  static final ReasonCode UNREACHABLE = ReasonCode.of("store-unreachable");
  private static final Pattern IN_URL =
      Pattern.compile("(?i)password=([^&;]+)|//[^/@:]*:([^/@]+)@");

  private final JdbcSettings settings;
  private final List<String> secrets = new ArrayList<>();

  Failures(JdbcSettings settings) {
    this.settings = settings;
    settings.password().filter(secret -> !secret.isEmpty()).ifPresent(secrets::add);
    Matcher matcher = IN_URL.matcher(settings.url());
    while (matcher.find()) {
      secrets.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
    }
  }

  /**
   * Returns what to throw instead: a damaged file makes H2 fail in ways that it does not expect.
   */
  RuntimeException broken(String doing, RuntimeException cause) {
    return OpenFailure.of(cause) == OpenFailure.DAMAGED
        ? known(doing, OpenFailure.DAMAGED, cause)
        : cause;
  }

  private PlatformException known(String doing, OpenFailure obstacle, Throwable cause) {
    String what = obstacle.what(cause);
    return exception(
        new Reason(
            FAILED,
            what.substring(0, what.length() - 1) + ", found while " + doing + ".",
            where(obstacle),
            obstacle.next()),
        cause);
  }

  PlatformException failed(String doing, SQLException cause) {
    Optional<PlatformException> known = silent(cause).or(() -> full(doing, cause));
    if (known.isPresent()) {
      return known.get();
    }
    OpenFailure obstacle = OpenFailure.of(cause);
    if (obstacle == OpenFailure.DAMAGED || obstacle == OpenFailure.NO_PLACE) {
      return known(doing, obstacle, cause);
    }
    return exception(
        new Reason(
            FAILED,
            "The database failed while " + doing + " (SQL state " + cause.getSQLState() + ").",
            "database " + settings.address(),
            "See the log of the database and of this process; nothing is lost, try again."),
        cause);
  }

  private Optional<PlatformException> silent(Throwable cause) {
    for (Throwable t = cause; t != null; t = t.getCause()) {
      if (t instanceof HolderSilentException silent) {
        return Optional.of(
            exception(
                new Reason(
                    SILENT,
                    "The ledger is held by " + silent.holder() + ", which does not answer.",
                    "database " + settings.address(),
                    "Let that process go on (it may be stopped: fg, or kill -CONT), or end it; its"
                        + " work is taken over."),
                cause));
      }
    }
    return EmbeddedSource.hasTimedOut(cause)
        ? silent(HolderSilentException.of(EmbeddedSource.holder(settings)))
        : Optional.empty();
  }

  /** Says it in words, for the remedy is clear. */
  private Optional<PlatformException> full(String doing, Throwable cause) {
    for (Throwable t = cause; t != null; t = t.getCause()) {
      boolean noRoom =
          (t instanceof SQLException sql && WriteTurn.NO_ROOM.equals(sql.getSQLState()))
              || String.valueOf(t.getMessage()).contains("No space left on device");
      if (noRoom) {
        return Optional.of(
            exception(
                new Reason(
                    FAILED,
                    "The database has no room on its disk, while " + doing + ".",
                    where(OpenFailure.NO_PLACE),
                    "Make room there; nothing is lost, and work continues where it was."),
                cause));
      }
    }
    return Optional.empty();
  }

  PlatformException unreachable(Throwable cause) {
    Optional<PlatformException> known = silent(cause).or(() -> full("opening it", cause));
    if (known.isPresent()) {
      return known.get();
    }
    if (isInUse(cause)) {
      return exception(
          new Reason(
              IN_USE,
              "Another program has the file open and does not share it.",
              "database " + settings.address(),
              "End that program, a database tool perhaps; Gatehouse's own processes do share."),
          cause);
    }
    OpenFailure obstacle = OpenFailure.of(cause);
    return exception(
        new Reason(UNREACHABLE, obstacle.what(cause), where(obstacle), obstacle.next()), cause);
  }

  /** Where the place is at fault, people look for the folder. */
  private String where(OpenFailure obstacle) {
    Optional<Path> folder =
        obstacle == OpenFailure.NO_PLACE ? EmbeddedSource.folder(settings) : Optional.empty();
    return folder.map(f -> "folder " + f).orElse("database " + settings.address());
  }

  private static boolean isInUse(@Nullable Throwable cause) {
    for (Throwable t = cause; t != null; t = t.getCause()) {
      if (t instanceof SQLException sql && sql.getErrorCode() == EmbeddedSource.IN_USE) {
        return true;
      }
    }
    return false;
  }

  /** Keeps the cause for the log of an operator unless a secret is in it. */
  private PlatformException exception(Reason reason, Throwable cause) {
    for (Throwable t = cause; t != null; t = t.getCause()) {
      String text = String.valueOf(t.getMessage());
      if (secrets.stream().anyMatch(text::contains)) {
        return new PlatformException(reason);
      }
    }
    return new PlatformException(reason, cause);
  }
}
