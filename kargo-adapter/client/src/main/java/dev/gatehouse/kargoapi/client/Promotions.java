package dev.gatehouse.kargoapi.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.http.AnswerReader;
import dev.gatehouse.http.ApiCall;
import dev.gatehouse.http.ApiException;
import dev.gatehouse.http.FailureKind;
import dev.gatehouse.http.HttpTransport;
import dev.gatehouse.http.UnexpectedAnswerException;
import dev.gatehouse.kargoapi.http.KargoCall;
import dev.gatehouse.kargoapi.model.Promotion;
import dev.gatehouse.kargoapi.model.PromotionRef;
import dev.gatehouse.reason.SafeText;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Creates, reads and stops Promotions.
 *
 * <p>Thread-safe. Each method throws an {@link ApiException} when the answer is not a good one;
 * what changes something is sent at most once. Stopping and waking are accepted long before they
 * are done, and on a shard that no controller serves they never are.
 */
public final class Promotions {
  private final HttpTransport transport;

  Promotions(HttpTransport transport) {
    this.transport = transport;
  }

  /**
   * Creates a Promotion. Every call creates another one, also with the same Freight: after an
   * answer that was lost, look with {@link #createdSince} before another call.
   */
  public Promotion promote(String project, String stage, FreightChoice choice) throws ApiException {
    return transport.call(
        KargoCall.post("projects", project, "stages", stage, "promotions").json(choice), created());
  }

  /** Creates Promotions to all Stages behind one; those it could not create are in the answer. */
  public Downstream promoteDownstream(String project, String stage, FreightChoice choice)
      throws ApiException {
    return transport.call(
        KargoCall.post("projects", project, "stages", stage, "promotions", "downstream")
            .json(choice),
        downstream());
  }

  /** Lists the Promotions of a project; never old. */
  public KargoList<Promotion> list(String project) throws ApiException {
    return transport.call(
        KargoCall.get("projects", project, "promotions"), Lists.of(Promotion.class));
  }

  /** Lists the Promotions of a Stage; never old. A Stage that is not there has none. */
  public KargoList<Promotion> list(String project, String stage) throws ApiException {
    return transport.call(
        KargoCall.get("projects", project, "promotions").with("stage", stage),
        Lists.of(Promotion.class));
  }

  /** Reads a Promotion from the server's cache: {@code NOT_FOUND} for a moment after its start. */
  public Promotion get(PromotionRef ref) throws ApiException {
    return transport.call(call("GET", ref), AnswerReader.of(Promotion.class));
  }

  /** Reads a Promotion from the list of its Stage, which is never old; empty when it is gone. */
  public Optional<Promotion> fresh(PromotionRef ref) throws ApiException {
    return list(ref.project(), ref.stage()).items().stream()
        .filter(each -> each.name().equals(ref.name()))
        .findFirst();
  }

  /**
   * Finds the Promotions of a Stage that have this Freight and were not created before this second,
   * oldest first. The server keeps whole seconds of its own clock.
   */
  public List<Promotion> createdSince(String project, String stage, String freight, Instant from)
      throws ApiException {
    Instant second = from.truncatedTo(ChronoUnit.SECONDS);
    return list(project, stage).items().stream()
        .filter(each -> each.spec().stage().equals(stage))
        .filter(each -> each.spec().freight().equals(freight))
        .filter(each -> isSince(each, second))
        .sorted(Comparator.comparing(Promotion::name))
        .toList();
  }

  /**
   * Asks for a Promotion to be stopped; one that has ended stays as it is.
   *
   * @throws ApiException {@code NOT_FOUND} also where the server answers 500
   */
  public void abort(PromotionRef ref) throws ApiException {
    HiddenRefusals.send(transport, call("POST", ref, "abort"), () -> obstacle(ref));
  }

  /** Has a Promotion looked at now, which ends the pause of a waiting step. Needs no right. */
  public void refresh(PromotionRef ref) throws ApiException {
    transport.send(call("POST", ref, "refresh"));
  }

  private Optional<String> obstacle(PromotionRef ref) throws ApiException {
    try {
      get(ref);
    } catch (ApiException e) {
      if (e.kind() != FailureKind.NOT_FOUND || fresh(ref).isEmpty()) {
        throw e;
      }
    }
    return Optional.empty();
  }

  private static boolean isSince(Promotion promotion, Instant second) {
    return promotion.metadata().creationTimestamp().filter(at -> !at.isBefore(second)).isPresent();
  }

  private static ApiCall call(String method, PromotionRef ref, String... rest) {
    Stream<String> path =
        Stream.concat(
            Stream.of("projects", ref.project(), "promotions", ref.name()), Stream.of(rest));
    return KargoCall.of(method, path.toArray(String[]::new));
  }

  /** The kind is missing for a Promotion, and there for what 1.12 creates instead. */
  private static AnswerReader<Promotion> created() {
    return json -> {
      JsonNode answer = AnswerReader.of(JsonNode.class).read(json);
      String kind = answer.path("kind").asText("");
      if (!kind.isEmpty() && !kind.equals("Promotion")) {
        throw new UnexpectedAnswerException(
            "the server has created a "
                + SafeText.cut(kind, 40)
                + " and no Promotion: the Stage promotes to targets");
      }
      return json.getCodec().treeToValue(answer, Promotion.class);
    };
  }

  /** The server joins all errors to one text; several are taken as well. */
  private static List<String> texts(JsonNode errors) {
    List<String> all = new ArrayList<>();
    errors.forEach(each -> all.add(each.asText()));
    return errors.isTextual() ? List.of(errors.asText()) : all;
  }

  private static AnswerReader<Downstream> downstream() {
    return json -> {
      JsonNode answer = AnswerReader.of(JsonNode.class).read(json);
      if (!answer.has("promotions") && !answer.has("errors")) {
        throw new UnexpectedAnswerException("the answer tells of no Promotions");
      }
      return new Downstream(
          Lists.items(json, answer.path("promotions"), Promotion.class),
          texts(answer.path("errors")));
    };
  }
}
