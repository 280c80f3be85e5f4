package dev.gatehouse.app.command;

import dev.gatehouse.api.Answer;
import dev.gatehouse.api.WaiverRequest;
import dev.gatehouse.app.terminal.Report;
import dev.gatehouse.app.terminal.Surroundings;
import dev.gatehouse.app.view.ReasonView;
import dev.gatehouse.approval.Waiver;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.policy.GateName;
import dev.gatehouse.reason.Reason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lifts a gate, with an owner, a reason and an end; or is behind that as a second person. */
@Command(name = "waive", description = "Lift a gate: with an owner, a reason and an end.")
public final class WaiveCommand extends EngineCommand {
  @Parameters(
      index = "0",
      paramLabel = "<promotion>",
      description = "An id, its beginning, or <application>/<stage>.")
  String promotion = "";

  @Parameters(index = "1", paramLabel = "<gate>", description = "Such as soak-time.")
  String gate = "";

  @Option(names = "--owner", paramLabel = "<who>", description = "Who answers for it.")
  String owner = "";

  @Option(names = "--reason", paramLabel = "<text>", description = "Why, in a sentence.")
  String why = "";

  @Option(
      names = "--expires",
      paramLabel = "<when>",
      description = "Until when: 4h, 2d, or a time such as 2027-01-31T18:00:00Z.")
  @Nullable String expires;

  @Option(
      names = "--scope",
      paramLabel = "plan|promotion",
      description = "Whether it outlives a new plan. Default: plan.")
  Reach scope = Reach.plan;

  @Option(names = "--confirm", description = "Confirm another person's waiver.")
  boolean confirm;

  /** How far a waiver reaches. */
  enum Reach {
    plan,
    promotion
  }

  /** Creates the command in these surroundings. */
  public WaiveCommand(Surroundings around) {
    super(around);
  }

  @Override
  Report on(Session session) {
    return session.on(promotion, id -> on(session, id));
  }

  private Report on(Session session, PromotionId id) {
    GateName name = new GateName(gate);
    if (confirm) {
      return session.acted(session.promotions().confirmWaiver(id, name, session.caller()));
    }
    if (expires == null) {
      return ReasonView.refused(endless(name), ink());
    }
    return session.acted(
        granted(session, id, name, Times.until(expires, around().clock().instant())));
  }

  private Answer granted(Session session, PromotionId id, GateName name, Instant until) {
    Waiver.Scope reach = scope == Reach.plan ? Waiver.Scope.PLAN : Waiver.Scope.PROMOTION;
    return session
        .promotions()
        .waive(id, new WaiverRequest(name, owner, why, reach, until), session.caller());
  }

  private static Reason endless(GateName gate) {
    return new Reason(
        Waiver.INCOMPLETE,
        "The waiver names no end.",
        "waiver of gate " + gate,
        "Say how long it is valid: --expires 4h.");
  }
}
