package dev.gatehouse.service.rest;

import dev.gatehouse.api.Answer;
import dev.gatehouse.api.Promotions;
import dev.gatehouse.identity.Place;
import dev.gatehouse.identity.Verb;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.promotion.PromotionStatus;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import dev.gatehouse.service.web.JsonBody;
import dev.gatehouse.service.web.Problem;
import dev.gatehouse.service.web.Request;
import dev.gatehouse.service.web.Response;
import dev.gatehouse.service.web.Route;
import dev.gatehouse.view.Fields;
import dev.gatehouse.view.ReasonFields;
import java.util.Optional;

/**
 * What every write has in common: who may, on which version, once, and in which form.
 *
 * <p>{@code If-Match} is compared before the act. Between the two another act may come first; an
 * approval is safe all the same, because it names the plan that it signs.
 */
final class Writes {
  static final ReasonCode UNSUPPORTED = ReasonCode.of("unsupported-media-type");
  static final ReasonCode CHANGED = ReasonCode.of("promotion-changed");
  private final Promotions promotions;
  private final Reads reads;
  private final Login login;
  private final Once once;

  Writes(Promotions promotions, Reads reads, Login login, Once once) {
    this.promotions = promotions;
    this.reads = reads;
    this.login = login;
    this.once = once;
  }

  /** One act on a promotion that was found and may be used for it. */
  @FunctionalInterface
  interface Act {
    Answer on(Promotions promotions, Promotion promotion, JsonBody body, Holder caller);
  }

  /** One act that names an application and a stage. */
  @FunctionalInterface
  interface Beginning {
    Answer on(Promotions promotions, JsonBody body, Holder caller);
  }

  /** Returns the route of an act on a promotion. */
  Route act(String name, Verb verb, Act act, String... keys) {
    return new Route(
        "POST",
        "/v1/promotions/{promotion}/" + name,
        login.required(
            (caller, request) ->
                unreadable(request)
                    .orElseGet(
                        () ->
                            once.answer(
                                caller, request, () -> acted(caller, request, verb, act, keys)))));
  }

  /** Returns the route of an act that begins a promotion. */
  Route begin(String path, Beginning act, String... keys) {
    return new Route(
        "POST",
        path,
        login.required(
            (caller, request) ->
                unreadable(request)
                    .orElseGet(
                        () ->
                            once.answer(
                                caller, request, () -> begun(caller, request, act, keys)))));
  }

  private Response acted(Holder caller, Request request, Verb verb, Act act, String... keys) {
    JsonBody body = JsonBody.of(request.body(), request.label(), keys);
    Answer found = reads.find(caller, request, verb);
    if (found instanceof Answer.Refused refused) {
      return Reads.problem(refused.reason());
    }
    Promotion promotion = ((Answer.Accepted) found).promotion();
    String tag = Reads.tag(promotion);
    if (request.header("if-match").filter(wanted -> !wanted.equals(tag)).isPresent()) {
      return Problem.of(412, changed(promotion), HttpSteps.REQUESTED).with("ETag", tag);
    }
    return answered(act.on(promotions, promotion, body, caller), 200);
  }

  private Response begun(Holder caller, Request request, Beginning act, String... keys) {
    JsonBody body = JsonBody.of(request.body(), request.label(), keys);
    Place place = Place.of(body.text("application"), body.text("stage"));
    boolean states = !body.pairs("facts").isEmpty();
    Optional<Reason> refusal =
        caller
            .refusal(Verb.PROPOSE, place)
            .or(() -> states ? caller.refusal(Verb.ATTEST, place) : Optional.empty());
    return refusal
        .map(Reads::problem)
        .orElseGet(() -> answered(act.on(promotions, body, caller), 201));
  }

  private static Response answered(Answer answer, int status) {
    if (answer instanceof Answer.Refused refused) {
      return Reads.problem(refused.reason());
    }
    Answer.Accepted done = (Answer.Accepted) answer;
    Promotion promotion = done.promotion();
    return Response.json(
            status,
            Fields.of("id", promotion.id())
                .and("version", promotion.version())
                .and("application", promotion.change().application())
                .and("stage", promotion.stage())
                .and("standing", PromotionStatus.of(promotion).word())
                .and("phase", promotion.phase())
                .and("plan", promotion.plan().map(plan -> plan.hash()))
                .and(
                    "notices",
                    done.notices().stream()
                        .map(reason -> ReasonFields.of(reason, HttpSteps.REQUESTED))
                        .toList())
                .map())
        .with("ETag", Reads.tag(promotion))
        .with("Location", "/v1/promotions/" + promotion.id());
  }

  private static Optional<Response> unreadable(Request request) {
    boolean json =
        request
            .header("content-type")
            .filter(type -> type.matches("(?i)application/json\\s*(;\\s*charset=utf-8)?"))
            .isPresent();
    return json
        ? Optional.empty()
        : Optional.of(
            Problem.of(
                415,
                new Reason(
                    UNSUPPORTED,
                    "The request does not declare a JSON body.",
                    request.label(),
                    "Send it with Content-Type: application/json."),
                HttpSteps.REQUESTED));
  }

  private static Reason changed(Promotion promotion) {
    return new Reason(
        CHANGED,
        "The promotion changed: it is at version " + promotion.version() + " now.",
        "promotion " + promotion.id(),
        "Read it again, and decide on what it is now.");
  }
}
