package dev.gatehouse.git.update;

import dev.gatehouse.git.refusal.RefusedException;
import dev.gatehouse.git.tree.TreeRefusedException;
import java.io.IOException;

/** The text of the file that an update edits, read when it is asked for. */
interface FileText {
  /** The text as the updates so far have left it. */
  String get() throws IOException, TreeRefusedException, RefusedException;
}
