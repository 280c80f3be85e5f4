package dev.gatehouse.git.publish;

import dev.gatehouse.git.refusal.GitReasons;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.spi.WriteIntent;
import dev.gatehouse.stage.Repository;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The pushes that one drain lost to others: who was faster, and which intents no longer count. For
 * one thread.
 */
final class Races {
  private static final int MOST_NAMES = 3;
  private final List<WriteIntent> lost = new ArrayList<>();
  private final Map<String, Integer> commits = new LinkedHashMap<>();
  private Optional<Built> open = Optional.empty();
  private int lostPushes;
  private int overtaken;

  /** Notes a push that the remote refused because the branch moved. */
  void lost(Built built) {
    lostPushes++;
    open = Optional.of(built);
  }

  boolean isEmpty() {
    return lostPushes == 0;
  }

  /** Returns whether the branch moved; a remote whose branch is locked refuses in the same way. */
  boolean haveMovedTheBranch() {
    return overtaken > 0;
  }

  /** Returns whether the last lost push was not looked into yet. */
  boolean isOpen() {
    return open.isPresent();
  }

  /**
   * Finds out who moved the branch. The intents of a push onto a tip that is past, and that the
   * branch does not hold, are lost: the remote compares the tip when it moves the branch.
   */
  void lookInto(History history) throws IOException {
    if (open.isEmpty()) {
      return;
    }
    Built built = open.get();
    open = Optional.empty();
    if (built.base().equals(history.tip())) {
      return;
    }
    overtaken++;
    for (String author : history.authorsSince(built.base())) {
      commits.merge(author, 1, Integer::sum);
    }
    for (WriteIntent intent : built.intents()) {
      if (!history.holds(intent.commit())) {
        lost.add(intent);
      }
    }
  }

  /** Returns the intents that no longer count, and drops them here. */
  List<WriteIntent> takeLost() {
    List<WriteIntent> taken = List.copyOf(lost);
    lost.clear();
    return taken;
  }

  /** Returns the intents that go when these are recorded; the same one again is kept once. */
  List<WriteIntent> replacedBy(Built built) {
    List<WriteIntent> gone = new ArrayList<>(takeLost());
    if (!isEmpty()) {
      gone.addAll(built.intents());
    }
    return gone;
  }

  /** Returns why the drain gave up after so many tries. */
  Reason reason(Repository branch, int tries) {
    return GitReasons.reason(
        GitReasons.BUSY,
        "the branch moves faster than Gatehouse can push to it: %d of %d tries came too late%s"
            .formatted(overtaken, tries, movers()),
        CommitChain.where(branch),
        "no action needed, it is tried again; to let it through sooner, have the others push less"
            + " often or to another branch");
  }

  private String movers() {
    if (commits.isEmpty()) {
      return "";
    }
    int all = commits.values().stream().mapToInt(Integer::intValue).sum();
    String names =
        commits.entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .limit(MOST_NAMES)
            .map(e -> e.getKey() + " (" + e.getValue() + ")")
            .collect(Collectors.joining(", "));
    String more = commits.size() > MOST_NAMES ? " and others" : "";
    return ", after " + all + (all == 1 ? " commit by " : " commits by ") + names + more;
  }
}
