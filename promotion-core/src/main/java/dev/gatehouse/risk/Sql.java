package dev.gatehouse.risk;

import dev.gatehouse.reason.SafeText;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Tells what the statements of a migration do to data that is already there. */
final class Sql {
  /** What a statement does, from harmless to irreversible. */
  enum Effect {
    NONE,
    EXPAND,
    NARROW,
    DESTROY
  }

  private static final Pattern COMMENT = Pattern.compile("--[^\n]*|/\\*.*?\\*/", Pattern.DOTALL);
  private static final Pattern DESTROYS =
      Pattern.compile(
          "(?is)\\s*(drop\\s|truncate\\b|delete\\s+from\\b(?!.*\\bwhere\\b)|alter\\s+table\\b.*\\bdrop\\s+(?!constraint|not|default)).*");
  private static final Pattern NARROWS =
      Pattern.compile(
          "(?is)\\s*alter\\s.*(\\btype\\b|\\bmodify\\b|\\bchange\\b|\\brename\\b|(?<!drop )\\bnot\\s+null\\b).*");
  private static final Pattern EXPANDS = Pattern.compile("(?is)\\s*(create|alter)\\s.*");

  private Sql() {}

  /** Returns the worst effect of all statements. */
  static Effect of(String script) {
    return Arrays.stream(COMMENT.matcher(script).replaceAll(" ").split(";", -1))
        .map(Sql::statement)
        .max(Effect::compareTo)
        .orElse(Effect.NONE);
  }

  /** Returns the statements that destroy something, shortened, for people. */
  static List<String> destructive(String script) {
    return Arrays.stream(COMMENT.matcher(script).replaceAll(" ").split(";", -1))
        .filter(statement -> statement(statement) == Effect.DESTROY)
        .map(statement -> statement.strip().replaceAll("\\s+", " "))
        .map(statement -> SafeText.cut(statement, 60))
        .limit(10)
        .toList();
  }

  private static Effect statement(String statement) {
    if (DESTROYS.matcher(statement).matches()) {
      return Effect.DESTROY;
    }
    if (NARROWS.matcher(statement).matches()) {
      return Effect.NARROW;
    }
    return EXPANDS.matcher(statement).matches() ? Effect.EXPAND : Effect.NONE;
  }
}
