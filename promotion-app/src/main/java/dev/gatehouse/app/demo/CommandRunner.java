package dev.gatehouse.app.demo;

import dev.gatehouse.app.terminal.Surroundings;
import java.util.List;

/** Runs a command of Gatehouse in this process. */
@FunctionalInterface
public interface CommandRunner {
  /** Runs it and returns its exit code. */
  int run(List<String> arguments, Surroundings around);
}
