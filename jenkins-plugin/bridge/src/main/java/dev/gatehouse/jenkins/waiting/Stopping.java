package dev.gatehouse.jenkins.waiting;

import dev.gatehouse.api.Answer;
import dev.gatehouse.api.Promotions;
import dev.gatehouse.identity.Caller;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.promotion.Promotion;
import java.util.List;

/** Decides what becomes of a promotion whose step stops early. */
final class Stopping {
  private final Promotions promotions;
  private final Assignment assignment;
  private final JenkinsWords words;

  Stopping(Promotions promotions, Assignment assignment, JenkinsWords words) {
    this.promotions = promotions;
    this.assignment = assignment;
    this.words = words;
  }

  List<String> stop(PromotionId id, Stop stop) {
    Answer answer = promotions.ask(id, assignment.jenkins());
    if (answer instanceof Answer.Refused refused) {
      return left(id, refused.reason().what());
    }
    Promotion promotion = ((Answer.Accepted) answer).promotion();
    if (promotion.phase().isFinal()) {
      return List.of("Promotion " + id + " had already ended.");
    }
    if (!promotion.targets().isEmpty()) {
      return left(id, "it has started, and " + stop.why() + ".");
    }
    if (!promotion.proposer().is(assignment.starter().actor().id())
        || !promotion.joined().isEmpty()) {
      return left(id, "others proposed it as well.");
    }
    Caller by = stop.by().orElse(assignment.jenkins());
    Answer aborted = promotions.abort(id, "Jenkins: " + stop.why(), by);
    return aborted instanceof Answer.Refused refused
        ? left(id, refused.reason().what())
        : List.of(LogLines.clean("Promotion " + id + " was aborted: " + stop.why() + "."));
  }

  private List<String> left(PromotionId id, String why) {
    return List.of(
        LogLines.clean(
            "Promotion "
                + id
                + " continues without this build: "
                + why
                + " See "
                + words.page(id.value())));
  }
}
