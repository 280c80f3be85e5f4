package dev.gatehouse.jenkins.waiting;

import dev.gatehouse.gate.GateResult;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.promotion.PromotionStatus;
import dev.gatehouse.promotion.TargetState;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says in the log of a build where a promotion is: one line for each change of state. */
final class LogLines {
  private static final int LONGEST = 600;
  private final JenkinsWords words;
  private List<String> last = List.of();

  LogLines(JenkinsWords words) {
    this.words = words;
  }

  /** Returns the lines that were not printed last; none while nothing changes. */
  List<String> of(Promotion promotion) {
    List<String> now = lines(promotion);
    List<String> fresh = now.stream().filter(line -> !last.contains(line)).toList();
    last = now;
    return fresh;
  }

  /** Returns the line of a reason, unless it was printed last. */
  List<String> of(Reason reason, String promotion) {
    List<String> now = List.of(clean(reason.what() + " " + words.next(reason, promotion)));
    List<String> fresh = now.equals(last) ? List.of() : now;
    last = now;
    return fresh;
  }

  static String clean(String text) {
    return SafeText.cut(SafeText.line(text), LONGEST);
  }

  private List<String> lines(Promotion promotion) {
    List<String> lines = new ArrayList<>();
    String id = promotion.id().value();
    PromotionStatus status = PromotionStatus.of(promotion);
    lines.add(clean(status.name() + " " + id + waves(promotion)));
    if (!promotion.phase().isFinal()) {
      for (GateResult held : promotion.holding()) {
        held.verdict().holdReason().ifPresent(reason -> lines.add(line(held, reason, id)));
      }
    }
    if (status != PromotionStatus.DONE) {
      promotion
          .reason()
          .ifPresent(why -> lines.add(clean("  " + why.what() + " " + words.next(why, id))));
    }
    return List.copyOf(lines);
  }

  private String line(GateResult held, Reason reason, String id) {
    return clean("  " + held.gate() + ": " + reason.what() + " " + words.next(reason, id));
  }

  private static String waves(Promotion promotion) {
    if (promotion.targets().isEmpty()) {
      return "";
    }
    return promotion.targets().values().stream()
        .map(LogLines::target)
        .collect(Collectors.joining(", ", ": wave " + promotion.wave() + ": ", ""));
  }

  private static String target(TargetState state) {
    return state.target() + " " + state.step().name().toLowerCase(Locale.ROOT);
  }
}
