package dev.gatehouse.app.demo;

import java.util.List;
import java.util.stream.Collectors;

/** Writes a command as a person would type it. */
final class Typed {
  private static final int WIDTH = 96;

  private Typed() {}

  /** Returns the lines of the command, broken before options where it is long. */
  static List<String> lines(String program, List<String> arguments) {
    StringBuilder text = new StringBuilder("$ ").append(program);
    int width = text.length();
    for (String argument : arguments.stream().map(Typed::quoted).toList()) {
      boolean breaks =
          argument.startsWith("--")
              && width + argument.length() + room(argument, arguments) > WIDTH;
      text.append(breaks ? " \\\n    " : " ").append(argument);
      width = (breaks ? 4 : width + 1) + argument.length();
    }
    return text.toString().lines().collect(Collectors.toList());
  }

  /** An option and its value stay on one line. */
  private static int room(String option, List<String> arguments) {
    int at = arguments.indexOf(option);
    return at >= 0 && at + 1 < arguments.size() ? arguments.get(at + 1).length() + 3 : 0;
  }

  /** Returns the argument, in quotes where a shell needs them. */
  static String quoted(String argument) {
    return argument.matches("[A-Za-z0-9@%+=:,./_~>-]+")
        ? argument
        : "'" + argument.replace("'", "'\\''") + "'";
  }
}
