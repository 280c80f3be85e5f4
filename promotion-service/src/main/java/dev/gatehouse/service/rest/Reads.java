package dev.gatehouse.service.rest;

import dev.gatehouse.api.Answer;
import dev.gatehouse.api.Found;
import dev.gatehouse.api.Listing;
import dev.gatehouse.api.PromotionQuery;
import dev.gatehouse.api.Promotions;
import dev.gatehouse.change.ApplicationName;
import dev.gatehouse.history.PromotionSummary;
import dev.gatehouse.identity.Place;
import dev.gatehouse.identity.Verb;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.policy.Rulebook;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.promotion.Waits;
import dev.gatehouse.reason.InvalidConfigurationException;
import dev.gatehouse.reason.NextStep;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import dev.gatehouse.reason.SafeText;
import dev.gatehouse.service.web.Problem;
import dev.gatehouse.service.web.Request;
import dev.gatehouse.service.web.Response;
import dev.gatehouse.stage.StageName;
import dev.gatehouse.view.Fields;
import dev.gatehouse.view.PromotionFields;
import dev.gatehouse.view.SummaryFields;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Shows promotions: pages of them, and one in full. */
final class Reads {
  private static final int PAGE = 100;
  private static final int LARGEST_PAGE = 1_000;
  private final Promotions promotions;
  private final Supplier<Rulebook> rules;
  private final InstantSource clock;

  Reads(Promotions promotions, Supplier<Rulebook> rules, InstantSource clock) {
    this.promotions = promotions;
    this.rules = rules;
    this.clock = clock;
  }

  Response list(Holder caller, Request request) {
    Optional<Reason> refusal = caller.refusal(Verb.SEE);
    if (refusal.isPresent()) {
      return problem(refusal.get());
    }
    Optional<String> typed = request.parameter("named");
    if (typed.isPresent()) {
      return found(promotions.find(typed.get(), caller.caller()), caller);
    }
    Listing<PromotionSummary> listing = promotions.summaries(query(request), caller.caller());
    if (listing instanceof Listing.Refused<PromotionSummary> refused) {
      return problem(refused.reason());
    }
    Listing.Shown<PromotionSummary> shown = (Listing.Shown<PromotionSummary>) listing;
    return page(shown.items(), shown.next(), caller);
  }

  private static Response found(Found found, Holder caller) {
    return switch (found.kind()) {
      case ONE -> page(List.of(((Found.One) found).promotion()), Optional.empty(), caller);
      case SEVERAL -> page(((Found.Several) found).candidates(), Optional.empty(), caller);
      case NONE -> page(List.of(), Optional.empty(), caller);
      case REFUSED -> problem(((Found.Refused) found).reason());
    };
  }

  private static Response page(
      List<PromotionSummary> items, Optional<PromotionId> next, Holder caller) {
    List<PromotionSummary> seen =
        items.stream()
            .filter(
                each ->
                    caller
                        .token()
                        .covers(Place.of(each.application().value(), each.stage().value())))
            .toList();
    return Response.json(
        200,
        Fields.of("promotions", seen.stream().map(SummaryFields::of).toList())
            .and("next", next)
            .map());
  }

  private static PromotionQuery query(Request request) {
    return new PromotionQuery(
        request.parameter("application").map(ApplicationName::new),
        request.parameter("stage").map(StageName::new),
        request.parameter("open").map(Boolean::parseBoolean).orElse(false),
        request.parameter("before").map(PromotionId::new),
        request.parameter("limit").map(Reads::limit).orElse(PAGE));
  }

  private static int limit(String typed) {
    if (!typed.matches("[1-9]\\d{0,3}") || Integer.parseInt(typed) > LARGEST_PAGE) {
      throw new InvalidConfigurationException(
          new Reason(
              ReasonCode.of("wrong-value"),
              "Expected a limit from 1 to " + LARGEST_PAGE + ".",
              "parameter limit",
              "Send a limit such as limit=100, and follow `next` with the parameter before."));
    }
    return Integer.parseInt(typed);
  }

  Response show(Holder caller, Request request) {
    Answer answer = find(caller, request, Verb.SEE);
    if (answer instanceof Answer.Refused refused) {
      return problem(refused.reason());
    }
    Promotion promotion = ((Answer.Accepted) answer).promotion();
    String tag = tag(promotion);
    if (request.header("if-none-match").filter(tag::equals).isPresent()) {
      return new Response(304, java.util.Map.of("ETag", tag), Response.JSON, "");
    }
    return Response.json(
            200,
            Fields.of("version", promotion.version())
                .andAll(
                    PromotionFields.of(
                        promotion,
                        Waits.of(promotion, rules.get(), clock.instant()),
                        HttpSteps.REQUESTED))
                .map())
        .with("ETag", tag);
  }

  /** Returns the promotion that a request names, or why this caller may not use it for that. */
  Answer find(Holder caller, Request request, Verb verb) {
    Optional<Reason> refusal = caller.refusal(verb);
    if (refusal.isPresent()) {
      return new Answer.Refused(refusal.get());
    }
    Answer answer = promotions.ask(new PromotionId(request.name("promotion")), caller.caller());
    boolean hidden =
        answer instanceof Answer.Accepted accepted
            && !caller.token().covers(accepted.promotion().place());
    return hidden ? new Answer.Refused(unknown(request)) : answer;
  }

  /** What the token does not reach reads as if it were not there. */
  private static Reason unknown(Request request) {
    return new Reason(
        ReasonCode.of("unknown-promotion"),
        "There is no promotion '" + SafeText.cut(request.name("promotion"), 127) + "'.",
        "ledger",
        "List them.",
        new NextStep.ListOpen());
  }

  static String tag(Promotion promotion) {
    return "\"" + promotion.version() + "\"";
  }

  static Response problem(Reason reason) {
    return Problem.of(reason, HttpSteps.REQUESTED);
  }
}
