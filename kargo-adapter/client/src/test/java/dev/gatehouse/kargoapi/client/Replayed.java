package dev.gatehouse.kargoapi.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.http.ApiException;
import dev.gatehouse.http.BearerToken;
import dev.gatehouse.kargoapi.client.Recordings.Exchange;
import dev.gatehouse.kargoapi.model.FreightOrigin;
import dev.gatehouse.kargoapi.model.PromotionRef;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which method of the client makes the request of an exchange. */
final class Replayed {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What an action gives back. */
  static final Object NOTHING = new Object();

  /** Makes the request; its answer as the client has read it. */
  @FunctionalInterface
  interface Call {
    Object make(KargoClient client) throws ApiException;
  }

  private interface Way {
    Call of(Parts parts);
  }

  private interface Action {
    void make(KargoClient client) throws ApiException;
  }

  /** A path in parts: the names in it, the query, and the body of the request. */
  private record Parts(List<String> names, Map<String, String> query, JsonNode body) {
    String at(int i) {
      return names.get(i);
    }

    FreightChoice choice() {
      if (body.hasNonNull("freight")) {
        return FreightChoice.name(body.path("freight").asText());
      }
      if (body.hasNonNull("freightAlias")) {
        return FreightChoice.alias(body.path("freightAlias").asText());
      }
      String[] origin = body.path("origin").asText().split("/", -1);
      return FreightChoice.origin(new FreightOrigin(origin[0], origin[1]));
    }

    PromotionRef promotion() {
      return new PromotionRef(at(0), at(1).replaceAll("\\..*", ""), at(1));
    }

    List<JsonNode> manifests() {
      List<JsonNode> documents = new ArrayList<>();
      for (String each : body.asText().split("(?m)^---\\s*$", -1)) {
        if (!each.isBlank()) {
          documents.add(isYaml(each) ? JSON.createObjectNode() : read(each));
        }
      }
      return documents;
    }
  }

  private static final Map<Pattern, Way> WAYS = new LinkedHashMap<>();

  static {
    way("GET", "/healthz", p -> action(c -> c.server().alive()));
    way("GET", "/system/public-server-config", p -> c -> c.server().publicConfig());
    way("GET", "/system/server-version", p -> c -> c.server().version());
    way("GET", "/system/server-config", p -> c -> c.server().config());
    way("GET", "/system/controller-heartbeats", p -> c -> c.server().heartbeats());
    way("GET", "/system/roles", p -> c -> c.access().systemRoles());
    way("GET", "/system/api-tokens", p -> c -> c.access().systemTokens());
    way(
        "POST",
        "/login",
        p -> c -> KargoClient.login(c.transport().server(), BearerToken.of("the-password")));
    way(
        "GET",
        "/projects\\?.*pageSize.*",
        p ->
            c ->
                c.projects()
                    .page(
                        p.query().get("filter"),
                        Integer.parseInt(p.query().get("pageSize")),
                        Integer.parseInt(p.query().get("page"))));
    way("GET", "/projects/N", p -> c -> c.projects().get(p.at(0)));
    way("GET", "/projects/N/config", p -> c -> c.projects().config(p.at(0)));
    way("GET", "/projects/N/events", p -> c -> c.projects().events(p.at(0)));
    way("GET", "/projects/N/promotion-tasks", p -> c -> c.projects().tasks(p.at(0)));
    way("GET", "/projects/N/analysis-templates", p -> c -> c.projects().analysisTemplates(p.at(0)));
    way(
        "GET",
        "/projects/N/analysis-templates/N",
        p -> c -> c.projects().analysisTemplate(p.at(0), p.at(1)));
    way("GET", "/projects/N/analysis-runs/N", p -> c -> c.projects().analysisRun(p.at(0), p.at(1)));
    way("GET", "/projects/N/roles", p -> c -> c.access().roles(p.at(0)));
    way("GET", "/projects/N/roles/N", p -> c -> c.access().role(p.at(0), p.at(1)));
    way("GET", "/projects/N/api-tokens", p -> c -> c.access().tokens(p.at(0)));
    way("GET", "/shared/cluster-promotion-tasks", p -> c -> c.server().clusterTasks());
    way("GET", "/shared/cluster-promotion-tasks/N", p -> c -> c.server().clusterTask(p.at(0)));
    way("GET", "/projects/N/warehouses", p -> c -> c.warehouses().list(p.at(0)));
    way("GET", "/projects/N/warehouses/N", p -> c -> c.warehouses().get(p.at(0), p.at(1)));
    way(
        "POST",
        "/projects/N/warehouses/N/refresh",
        p -> action(c -> c.warehouses().refresh(p.at(0), p.at(1))));
    stages();
    freight();
    promotions();
    way("POST", "/resources", p -> c -> c.manifests().create(p.manifests()));
    way(
        "PUT",
        "/resources(\\?upsert=true)?",
        p -> c -> c.manifests().replace(p.manifests(), p.query().containsKey("upsert")));
    way("DELETE", "/resources", p -> c -> c.manifests().delete(p.manifests()));
  }

  private Replayed() {}

  /** Returns how the client makes the request; empty when it does not. */
  static Optional<Call> call(Exchange exchange) {
    String path = decoded(exchange.path()).replaceFirst("^/kargo/", "/");
    for (Map.Entry<Pattern, Way> each : WAYS.entrySet()) {
      Matcher fits = each.getKey().matcher(exchange.method() + " " + path);
      if (fits.matches()) {
        return Optional.of(each.getValue().of(parts(exchange, path)));
      }
    }
    return Optional.empty();
  }

  /** Returns the path under which the exchange's server is served. */
  static String below(Exchange exchange) {
    return exchange.path().startsWith("/kargo/") ? "/kargo" : "";
  }

  /** Whether manifests were sent as YAML, which the client does not. */
  static boolean isYaml(String body) {
    return !body.strip().startsWith("{");
  }

  static String decoded(String path) {
    return URLDecoder.decode(path, StandardCharsets.UTF_8);
  }

  private static void stages() {
    way("GET", "/projects/N/stages", p -> c -> c.stages().list(p.at(0)));
    way("GET", "/projects/N/stages/N", p -> c -> c.stages().get(p.at(0), p.at(1)));
    way(
        "POST",
        "/projects/N/stages/N/refresh",
        p -> action(c -> c.stages().refresh(p.at(0), p.at(1))));
    way(
        "POST",
        "/projects/N/stages/N/verification",
        p -> action(c -> c.stages().reverify(p.at(0), p.at(1))));
    way(
        "POST",
        "/projects/N/stages/N/verification/abort",
        p -> action(c -> c.stages().abortVerification(p.at(0), p.at(1))));
  }

  private static void freight() {
    way("GET", "/projects/N/freight", p -> c -> c.freight().list(p.at(0)));
    way(
        "GET",
        "/projects/N/freight\\?stage=\\w+",
        p -> c -> c.freight().availableTo(p.at(0), p.query().get("stage")));
    way(
        "GET",
        "/projects/N/freight\\?origins=\\w+",
        p -> c -> c.freight().ofWarehouses(p.at(0), List.of(p.query().get("origins"))));
    way("GET", "/projects/N/freight/N", p -> c -> c.freight().get(p.at(0), p.at(1)));
    way(
        "POST",
        "/projects/N/freight/N/approve\\?stage=\\w+",
        p -> action(c -> c.freight().approve(p.at(0), p.at(1), p.query().get("stage"))));
    way(
        "PATCH",
        "/projects/N/freight/N/alias\\?newAlias=.+",
        p -> action(c -> c.freight().alias(p.at(0), p.at(1), p.query().get("newAlias"))));
  }

  private static void promotions() {
    way(
        "POST",
        "/projects/N/stages/N/promotions",
        p -> c -> c.promotions().promote(p.at(0), p.at(1), p.choice()));
    way(
        "POST",
        "/projects/N/stages/N/promotions/downstream",
        p -> c -> c.promotions().promoteDownstream(p.at(0), p.at(1), p.choice()));
    way("GET", "/projects/N/promotions", p -> c -> c.promotions().list(p.at(0)));
    way(
        "GET",
        "/projects/N/promotions\\?stage=[\\w-]+",
        p -> c -> c.promotions().list(p.at(0), p.query().get("stage")));
    way("GET", "/projects/N/promotions/N", p -> c -> c.promotions().get(p.promotion()));
    way(
        "POST",
        "/projects/N/promotions/N/abort",
        p -> action(c -> c.promotions().abort(p.promotion())));
    way(
        "POST",
        "/projects/N/promotions/N/refresh",
        p -> action(c -> c.promotions().refresh(p.promotion())));
  }

  private static Call action(Action action) {
    return client -> {
      action.make(client);
      return NOTHING;
    };
  }

  private static void way(String method, String path, Way way) {
    String prefix = path.equals("/healthz") ? "" : "/v1beta1";
    WAYS.put(Pattern.compile(method + " " + prefix + path.replace("/N", "/[^/?]+")), way);
  }

  private static Parts parts(Exchange exchange, String path) {
    String[] halves = path.split("\\?", 2);
    List<String> names = new ArrayList<>();
    String[] each = halves[0].split("/", -1);
    for (int i = halves[0].contains("/shared/") ? 4 : 3; i < each.length; i += 2) {
      names.add(each[i]);
    }
    Map<String, String> query = new LinkedHashMap<>();
    if (halves.length > 1) {
      for (String pair : halves[1].split("&", -1)) {
        query.put(pair.replaceAll("=.*", ""), pair.replaceFirst("[^=]*=", ""));
      }
    }
    return new Parts(names, query, exchange.request().path("body"));
  }

  private static JsonNode read(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON: " + text, e);
    }
  }
}
