package dev.gatehouse.git.commit;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.jgit.revwalk.FooterLine;
import org.eclipse.jgit.revwalk.RevCommit;

/**
 * The last lines of a promotion's commit message; a later run finds its own work by them.
 *
 * @param promotion the promotion's id
 * @param target the target's name
 * @param act {@code write} or {@code revert}
 * @param plan the plan it belongs to; not part of what makes two commits the same work
 * @param epoch the lease under which it was written
 */
public record Trailers(
    String promotion, String target, String act, Optional<String> plan, OptionalLong epoch) {
  private static final String ACT = "Gatehouse-Act";
  private static final String PLAN = "Gatehouse-Plan";
  private static final String WRITE = "write";
  private static final String PROMOTION = "Gatehouse-Promotion";
  private static final String TARGET = "Gatehouse-Target";
  private static final String EPOCH = "Gatehouse-Epoch";

  /** Refuses ids that would not fit on one line. */
  public Trailers {
    if (isOdd(promotion) || isOdd(target)) {
      throw new IllegalArgumentException(
          "promotion and target must be one line without control characters: '%s', '%s'"
              .formatted(promotion, target));
    }
  }

  /** The trailers of a commit; empty when it is not ours. */
  public static Optional<Trailers> of(RevCommit commit) {
    List<FooterLine> lines = FooterLine.fromMessage(commit.getFullMessage());
    List<String> promotions = values(lines, PROMOTION);
    List<String> targets = values(lines, TARGET);
    if (promotions.size() != 1
        || targets.size() != 1
        || isOdd(promotions.get(0))
        || isOdd(targets.get(0))) {
      return Optional.empty();
    }
    return Optional.of(
        new Trailers(
            promotions.get(0),
            targets.get(0),
            values(lines, ACT).stream().findFirst().orElse(WRITE),
            values(lines, PLAN).stream().findFirst(),
            epoch(lines)));
  }

  /**
   * A commit message with these trailers at its end; control and bidi characters in the text are
   * dropped.
   */
  public String message(String subject, String body) {
    String head = clean(subject).lines().findFirst().orElse("Promote").strip();
    String text = clean(body).strip();
    StringBuilder message = new StringBuilder(head).append("\n\n");
    if (!text.isEmpty()) {
      message.append(text).append("\n\n");
    }
    message.append(PROMOTION).append(": ").append(promotion).append('\n');
    message.append(TARGET).append(": ").append(target).append('\n');
    if (!act.equals(WRITE)) {
      message.append(ACT).append(": ").append(act).append('\n');
    }
    plan.ifPresent(p -> message.append(PLAN).append(": ").append(p).append('\n'));
    epoch.ifPresent(e -> message.append(EPOCH).append(": ").append(e).append('\n'));
    return message.toString();
  }

  private static List<String> values(List<FooterLine> lines, String key) {
    return lines.stream()
        .filter(l -> l.getKey().equals(key))
        .map(l -> l.getValue().strip())
        .toList();
  }

  private static OptionalLong epoch(List<FooterLine> lines) {
    return values(lines, EPOCH).stream()
        .filter(v -> v.matches("[0-9]{1,18}"))
        .mapToLong(Long::parseLong)
        .findFirst();
  }

  private static boolean isOdd(String value) {
    return value.isBlank()
        || !value.strip().equals(value)
        || value.chars().anyMatch(c -> c < ' ' || c == 0x7f);
  }

  private static String clean(String text) {
    return text.replace("\r\n", "\n").replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\n\t]]", "");
  }
}
