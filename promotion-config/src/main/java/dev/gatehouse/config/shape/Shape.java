package dev.gatehouse.config.shape;

import dev.gatehouse.config.problem.Place;
import dev.gatehouse.config.problem.ProblemCodes;
import dev.gatehouse.config.problem.Problems;
import dev.gatehouse.config.yaml.YamlTree;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a piece of the file looks like: how it is read, and how JSON Schema says it. Immutable. */
public interface Shape {
  /**
   * Reads the piece.
   *
   * @param tree the piece
   * @param path the way to it, for mistakes
   * @param problems takes the mistakes
   * @return the value, or null when a mistake was noted
   */
  @Nullable Object read(YamlTree tree, String path, Problems problems);

  /** Returns the JSON Schema; objects are put into the definitions and referred to. */
  Map<String, Object> schema(Definitions definitions);

  /** Returns what is expected, with its article, such as {@code a list}. */
  String wanted();

  /** Notes that something else than what is expected was found. */
  default void refuseType(YamlTree tree, String path, Problems problems, String next) {
    if (tree instanceof YamlTree.Unread) {
      return;
    }
    boolean empty = tree instanceof YamlTree.Scalar s && s.type() == YamlTree.Type.NOTHING;
    problems.add(
        place(tree, path),
        ProblemCodes.WRONG_TYPE,
        "Expected " + wanted() + ", found " + tree.found() + ".",
        empty ? "Write " + wanted() + ", or remove the key." : next);
  }

  /** Returns the place of the piece. */
  static Place place(YamlTree tree, String path) {
    return new Place(tree.line(), tree.column(), path);
  }
}
