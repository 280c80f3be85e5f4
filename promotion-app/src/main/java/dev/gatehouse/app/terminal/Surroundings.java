package dev.gatehouse.app.terminal;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/**
 * Everything a command may know of the process it runs in; a test brings its own.
 *
 * @param out where answers go
 * @param err where complaints go
 * @param environment the environment variables
 * @param directory the directory that relative paths start from
 * @param terminal whether a person watches
 * @param osUser who is logged in
 * @param clock the time
 */
public record Surroundings(
    PrintWriter out,
    PrintWriter err,
    Map<String, String> environment,
    Path directory,
    boolean terminal,
    String osUser,
    InstantSource clock) {
  /** Copies the environment; whatever is printed goes through the one cleaner. */
  public Surroundings {
    out = CleanWriter.over(out);
    err = CleanWriter.over(err);
    environment = Map.copyOf(environment);
  }

  /** Returns the surroundings of this process. */
  public static Surroundings ofProcess() {
    return new Surroundings(
        new PrintWriter(System.out, true, StandardCharsets.UTF_8),
        new PrintWriter(System.err, true, StandardCharsets.UTF_8),
        System.getenv(),
        Path.of("").toAbsolutePath(),
        Boolean.getBoolean("gatehouse.terminal"),
        System.getProperty("user.name", "unknown"),
        InstantSource.system());
  }

  /** Returns the same with other writers and without a person who watches. */
  public Surroundings writingTo(PrintWriter otherOut, PrintWriter otherErr) {
    return new Surroundings(otherOut, otherErr, environment, directory, false, osUser, clock);
  }

  /** Returns the same in another directory. */
  public Surroundings within(Path other) {
    return new Surroundings(out, err, environment, other, terminal, osUser, clock);
  }

  /** Returns colours, unless nobody sees them or someone does not want them. */
  public Ink ink(boolean unwanted) {
    String noColor = environment.getOrDefault("NO_COLOR", "");
    return new Ink(terminal && !unwanted && noColor.isEmpty());
  }

  /** Returns the path, seen from the directory. */
  public Path resolve(Path path) {
    return directory.resolve(path).normalize();
  }
}
