package dev.gatehouse.app.command;

import dev.gatehouse.reason.InvalidConfigurationException;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import java.io.IOException;
import java.nio.file.Path;

/** Refusals of files that were named on the command line. */
public final class UsableFile {
  static final ReasonCode FILE_UNREADABLE = ReasonCode.of("file-unreadable");
  static final ReasonCode FILE_UNWRITABLE = ReasonCode.of("file-unwritable");
  static final ReasonCode FILE_EXISTS = ReasonCode.of("file-exists");

  private UsableFile() {}

  static InvalidConfigurationException unreadable(Path file, IOException cause) {
    return refusal(
        FILE_UNREADABLE,
        "The file cannot be read (" + word(cause) + ").",
        file,
        "Check the name and whether you may read it.");
  }

  /** Returns the refusal of a file or folder that cannot be written. */
  public static InvalidConfigurationException unwritable(Path file, IOException cause) {
    return refusal(
        FILE_UNWRITABLE,
        "The file cannot be written (" + word(cause) + ").",
        file,
        "Choose another place, or make room there.");
  }

  static InvalidConfigurationException exists(Path file) {
    return refusal(
        FILE_EXISTS,
        "The file is there already, and nothing is overwritten.",
        file,
        "Choose another name, or move it away first.");
  }

  private static InvalidConfigurationException refusal(
      ReasonCode code, String what, Path file, String next) {
    return new InvalidConfigurationException(new Reason(code, what, file.toString(), next));
  }

  private static String word(IOException cause) {
    return cause.getClass().getSimpleName().replace("Exception", "");
  }
}
