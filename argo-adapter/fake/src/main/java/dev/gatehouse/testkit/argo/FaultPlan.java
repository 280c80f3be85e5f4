package dev.gatehouse.testkit.argo;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Which of the next requests go wrong; thread-safe. */
final class FaultPlan {
  private final List<Planned> planned = new ArrayList<>();

  private static final class Planned {
    private final String pathPart;
    private final Fault fault;
    private int left;

    Planned(String pathPart, Fault fault, int left) {
      this.pathPart = pathPart;
      this.fault = fault;
      this.left = left;
    }
  }

  synchronized void plan(int requests, String pathPart, Fault fault) {
    planned.add(new Planned(pathPart, fault, requests));
  }

  synchronized Optional<Fault> next(HttpCall call) {
    Iterator<Planned> each = planned.iterator();
    while (each.hasNext()) {
      Planned one = each.next();
      if (one.left > 0 && (call.method() + " " + call.path()).contains(one.pathPart)) {
        one.left--;
        if (one.left == 0) {
          each.remove();
        }
        return Optional.of(one.fault);
      }
    }
    return Optional.empty();
  }
}
