package dev.gatehouse.plan;

import dev.gatehouse.policy.Slice;
import dev.gatehouse.stage.Target;
import dev.gatehouse.stage.TargetName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Cuts a stage's targets into waves by the sizes of a control model; pure and thread-safe. */
public final class WavePlanner {
  private WavePlanner() {}

  /**
   * Returns the waves; no wave mixes two orders, and every target is in exactly one.
   *
   * @param after the number of the last wave that ran already; 0 for a new promotion
   */
  public static List<Wave> waves(List<Target> targets, List<Slice> order, int after) {
    List<Target> sorted = new ArrayList<>(targets);
    sorted.sort(Comparator.comparingInt(Target::order));
    List<Wave> waves = new ArrayList<>();
    int done = 0;
    for (int slice = 0; done < sorted.size(); slice = next(slice, order)) {
      int end = Math.min(sorted.size(), done + size(order.get(slice), done, sorted.size()));
      while (done < end) {
        int cut = endOfOrder(sorted, done, end);
        waves.add(new Wave(after + waves.size() + 1, names(sorted.subList(done, cut))));
        done = cut;
      }
    }
    return List.copyOf(waves);
  }

  /** Returns the one of two orders that cuts these targets into more waves; the first if equal. */
  public static List<Slice> finer(List<Target> targets, List<Slice> one, List<Slice> other) {
    return waves(targets, other, 0).size() > waves(targets, one, 0).size() ? other : one;
  }

  /** One by one means one by one for everything that is left. */
  private static int next(int slice, List<Slice> order) {
    boolean stays = order.get(slice).kind() == Slice.Kind.EACH || slice == order.size() - 1;
    return stays ? slice : slice + 1;
  }

  private static int size(Slice slice, int done, int total) {
    return switch (slice.kind()) {
      case COUNT -> slice.size();
      case PERCENT -> Math.max(1, (int) Math.ceil(total * slice.size() / 100.0) - done);
      case EACH -> 1;
      case REST -> total - done;
    };
  }

  private static int endOfOrder(List<Target> sorted, int from, int end) {
    int cut = from + 1;
    while (cut < end && sorted.get(cut).order() == sorted.get(from).order()) {
      cut++;
    }
    return cut;
  }

  private static List<TargetName> names(List<Target> targets) {
    return targets.stream().map(Target::name).toList();
  }
}
