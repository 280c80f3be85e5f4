package dev.gatehouse.git.publish;

import dev.gatehouse.reason.Reason;
import dev.gatehouse.spi.WriteIntent;
import dev.gatehouse.spi.WriteOutcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;

/**
 * What a batch of works comes to on one tip: commits in a chain, and answers that hold once they
 * are pushed.
 */
final class Built {
  private final ObjectId base;
  private final Map<Work, WriteOutcome> outcomes = new LinkedHashMap<>();
  private final List<WriteIntent> intents = new ArrayList<>();
  private final List<ObjectId> made = new ArrayList<>();
  private final List<Work> committed = new ArrayList<>();
  private ObjectId head;

  Built(ObjectId base) {
    this.base = base;
    this.head = base;
  }

  void answer(Work work, WriteOutcome outcome) {
    outcomes.put(work, outcome);
  }

  void commit(
      Work work,
      WriteIntent intent,
      List<ObjectId> objects,
      ObjectId commit,
      Optional<Reason> left) {
    committed.add(work);
    intents.add(intent);
    made.addAll(objects);
    made.add(commit);
    head = commit;
    outcomes.put(work, new WriteOutcome.Written(intent.commit(), false, left));
  }

  ObjectId base() {
    return base;
  }

  ObjectId head() {
    return head;
  }

  Map<Work, WriteOutcome> outcomes() {
    return outcomes;
  }

  List<WriteIntent> intents() {
    return intents;
  }

  List<ObjectId> made() {
    return made;
  }

  List<Work> committed() {
    return committed;
  }
}
