package dev.gatehouse.service.rest;

import dev.gatehouse.api.Answer;
import dev.gatehouse.api.Preview;
import dev.gatehouse.api.Promotions;
import dev.gatehouse.api.WaiverRequest;
import dev.gatehouse.approval.Waiver;
import dev.gatehouse.change.ApplicationName;
import dev.gatehouse.evidence.Evidence;
import dev.gatehouse.history.PromotionEvent.WayBackChosen.Choice;
import dev.gatehouse.identity.Place;
import dev.gatehouse.identity.Verb;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.policy.GateName;
import dev.gatehouse.policy.Rulebook;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.service.web.JsonBody;
import dev.gatehouse.service.web.Request;
import dev.gatehouse.service.web.Response;
import dev.gatehouse.service.web.Route;
import dev.gatehouse.spi.HostRecords;
import dev.gatehouse.stage.StageName;
import dev.gatehouse.view.Fields;
import dev.gatehouse.view.PlanFields;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The verbs of the driving port as routes; the same words as the command's. */
public final class RestRoutes {
  private static final String WHY = "why";
  private static final String GATE = "gate";
  private static final String[] CHANGE = {
    "application", "stage", "artifacts", "revision", "authors", "title", "facts"
  };
  private final Promotions promotions;
  private final InstantSource clock;
  private final Login login;
  private final Reads reads;
  private final Writes writes;

  /** Creates the routes over this port, for callers that this login knows. */
  public RestRoutes(
      Promotions promotions,
      Supplier<Rulebook> rules,
      HostRecords records,
      Login login,
      InstantSource clock) {
    this.promotions = promotions;
    this.clock = clock;
    this.login = login;
    this.reads = new Reads(promotions, rules, clock);
    this.writes = new Writes(promotions, reads, login, new Once(records, clock));
  }

  /** Returns every route. */
  public List<Route> all() {
    return Stream.concat(proposing().stream(), deciding().stream()).toList();
  }

  private List<Route> proposing() {
    return List.of(
        new Route("GET", "/v1/promotions", login.required(reads::list)),
        new Route("GET", "/v1/promotions/{promotion}", login.required(reads::show)),
        new Route("POST", "/v1/plans", login.required(this::plan)),
        writes.begin("/v1/promotions", this::propose, CHANGE),
        writes.begin("/v1/rollbacks", this::rollback, "application", "stage", "to", WHY));
  }

  private List<Route> deciding() {
    return List.of(
        writes.act("approvals", Verb.APPROVE, this::approve, "plan", "comment", "confirmation"),
        writes.act(
            "rejection",
            Verb.REJECT,
            (port, p, body, by) -> port.reject(p.id(), body.text(WHY), by.caller()),
            WHY),
        writes.act(
            "waivers", Verb.WAIVE, this::waive, GATE, "owner", "reason", "scope", "expiresAt"),
        writes.act(
            "confirmations",
            Verb.WAIVE,
            (port, p, body, by) ->
                port.confirmWaiver(p.id(), new GateName(body.text(GATE)), by.caller()),
            GATE),
        writes.act("approval-revocations", Verb.APPROVE, this::revokeApproval, "of", WHY),
        writes.act(
            "waiver-revocations",
            Verb.WAIVE,
            (port, p, body, by) ->
                port.revokeWaiver(
                    p.id(), new GateName(body.text(GATE)), body.text(WHY), by.caller()),
            GATE,
            WHY),
        writes.act(
            "evidence",
            Verb.ATTEST,
            (port, p, body, by) -> port.attest(p.id(), facts(body, by), by.caller()),
            "facts"),
        writes.act(
            "abort",
            Verb.ABORT,
            (port, p, body, by) -> port.abort(p.id(), body.text(WHY), by.caller()),
            WHY),
        writes.act("recheck", Verb.SEE, (port, p, body, by) -> port.recheck(p.id(), by.caller())),
        writes.act("way-back", Verb.APPROVE, this::wayBack, "choice", WHY));
  }

  private Response plan(Holder caller, Request request) {
    JsonBody body = JsonBody.of(request.body(), request.label(), CHANGE);
    Place place = Place.of(body.text("application"), body.text("stage"));
    Optional<Reason> refusal = caller.refusal(Verb.SEE, place);
    if (refusal.isPresent()) {
      return Reads.problem(refusal.get());
    }
    Preview preview =
        promotions.preview(Bodies.change(body), new StageName(body.text("stage")), caller.caller());
    return preview instanceof Preview.Planned planned
        ? Response.json(200, Fields.of("plan", PlanFields.fields(planned.plan())).map())
        : Reads.problem(((Preview.Refused) preview).reason());
  }

  private Answer propose(Promotions port, JsonBody body, Holder by) {
    return port.propose(
        Bodies.change(body), new StageName(body.text("stage")), facts(body, by), by.caller());
  }

  private Answer rollback(Promotions port, JsonBody body, Holder by) {
    return port.rollback(
        new ApplicationName(body.text("application")),
        new StageName(body.text("stage")),
        body.optional("to").map(PromotionId::new),
        body.text(WHY),
        by.caller());
  }

  private Answer approve(Promotions port, Promotion promotion, JsonBody body, Holder by) {
    return port.approve(
        promotion.id(),
        body.text("plan"),
        body.optional("comment").orElse(""),
        body.optional("confirmation").orElse(""),
        by.caller());
  }

  private Answer waive(Promotions port, Promotion promotion, JsonBody body, Holder by) {
    WaiverRequest request =
        new WaiverRequest(
            new GateName(body.text(GATE)),
            body.text("owner"),
            body.text("reason"),
            Bodies.word(body, "scope", Waiver.Scope.class).orElse(Waiver.Scope.PLAN),
            Bodies.time(body, "expiresAt"));
    return port.waive(promotion.id(), request, by.caller());
  }

  private Answer revokeApproval(Promotions port, Promotion promotion, JsonBody body, Holder by) {
    return port.revokeApproval(
        promotion.id(),
        body.optional("of").orElse(by.caller().actor().id()),
        body.text(WHY),
        by.caller());
  }

  private Answer wayBack(Promotions port, Promotion promotion, JsonBody body, Holder by) {
    Choice choice =
        Bodies.word(body, "choice", Choice.class).orElseThrow(() -> Bodies.missing("choice"));
    return port.chooseWayBack(promotion.id(), choice, body.text(WHY), by.caller());
  }

  private List<Evidence> facts(JsonBody body, Holder by) {
    return Bodies.facts(body, by.caller().actor().id(), clock.instant());
  }
}
