package dev.gatehouse.git.edit;

import dev.gatehouse.git.edit.YamlPath.Condition;
import dev.gatehouse.git.edit.YamlPath.Field;
import dev.gatehouse.git.edit.YamlPath.Index;
import dev.gatehouse.git.edit.YamlPath.Select;
import dev.gatehouse.git.edit.YamlPath.Step;
import java.util.ArrayList;
import java.util.List;

/** Reads one {@link YamlPath}; used once, by one thread. */
final class PathParser {
  private static final int LONGEST = 1000;
  private final String source;
  private int at;

  PathParser(String source) {
    this.source = source;
  }

  List<Step> steps() {
    if (source.length() > LONGEST) {
      throw malformed("is longer than " + LONGEST + " characters");
    }
    List<Step> steps = new ArrayList<>();
    while (at < source.length()) {
      if (source.charAt(at) == '[') {
        steps.add(bracket());
      } else {
        boolean separated = !steps.isEmpty();
        if (separated) {
          expect('.');
        }
        steps.add(new Field(word(".[")));
      }
    }
    return steps;
  }

  private Step bracket() {
    expect('[');
    int close = source.indexOf(']', at);
    if (close > at && source.substring(at, close).matches("[0-9]{1,6}")) {
      Index index = new Index(Integer.parseInt(source.substring(at, close)));
      at = close + 1;
      return index;
    }
    List<Condition> conditions = new ArrayList<>();
    do {
      if (!conditions.isEmpty()) {
        expect(',');
      }
      conditions.add(condition());
    } while (at < source.length() && source.charAt(at) == ',');
    expect(']');
    return new Select(conditions);
  }

  private Condition condition() {
    List<String> field = new ArrayList<>();
    while (at < source.length() && source.charAt(at) != '=') {
      if (!field.isEmpty()) {
        expect('.');
      }
      field.add(word(".=],"));
    }
    expect('=');
    return new Condition(field, word(",]"));
  }

  private String word(String stops) {
    if (at < source.length() && source.charAt(at) == '"') {
      return quoted();
    }
    int start = at;
    while (at < source.length() && stops.indexOf(source.charAt(at)) < 0) {
      at++;
    }
    if (at == start) {
      throw malformed("needs a name at position " + (start + 1));
    }
    return source.substring(start, at);
  }

  private String quoted() {
    int close = source.indexOf('"', at + 1);
    if (close < 0) {
      throw malformed("has a quote without an end at position " + (at + 1));
    }
    String word = source.substring(at + 1, close);
    at = close + 1;
    return word;
  }

  private void expect(char wanted) {
    if (at >= source.length() || source.charAt(at) != wanted) {
      throw malformed("needs '" + wanted + "' at position " + (at + 1));
    }
    at++;
  }

  private IllegalArgumentException malformed(String problem) {
    return new IllegalArgumentException(
        "path '%s' %s; write it in a form such as spec.containers[name=web].image or images[0].newTag"
            .formatted(source, problem));
  }
}
