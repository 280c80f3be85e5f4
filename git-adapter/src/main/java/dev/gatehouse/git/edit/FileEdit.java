package dev.gatehouse.git.edit;

import java.util.List;

/** One update kind, ready to be made in one file; implementations are immutable records. */
public interface FileEdit {

  /**
   * Where and how the text must change; empty when it already says what is expected.
   *
   * @throws EditRefusedException when the expected place is missing, ambiguous, shared or of
   *     another shape
   */
  List<Patch> patches(YamlText text) throws EditRefusedException;
}
