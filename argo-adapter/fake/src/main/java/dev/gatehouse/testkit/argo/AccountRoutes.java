package dev.gatehouse.testkit.argo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Sessions, tokens, and what one may do. */
final class AccountRoutes {
  private static final List<String> RESOURCES =
      List.of(
          "clusters",
          "projects",
          "applications",
          "applicationsets",
          "repositories",
          "write-repositories",
          "certificates",
          "accounts",
          "gpgkeys",
          "logs",
          "exec",
          "extensions");

  private final FakeAccess access;

  AccountRoutes(FakeAccess access) {
    this.access = access;
  }

  void addTo(Router router) {
    router.addOpen("POST", "/api/v1/session", this::login);
    router.addOpen("DELETE", "/api/v1/session", call -> Json.object());
    router.addOpen("GET", "/api/v1/session/userinfo", this::userInfo);
    router.add("GET", "/api/v1/account/can-i/{resource}/{action}/{subresource=**}", this::canI);
    router.add("POST", "/api/v1/account/{name}/token", this::accountToken);
    router.add("DELETE", "/api/v1/account/{name}/token/{id}", this::deleteAccountToken);
    router.add("POST", "/api/v1/projects/{project}/roles/{role}/token", this::roleToken);
    router.add("DELETE", "/api/v1/projects/{project}/roles/{role}/token/{iat}", this::deleteRole);
  }

  private static ObjectNode token(String token) {
    return Json.object().put("token", token);
  }

  private JsonNode login(ApiCall call) throws Refusal {
    String user = Json.text(call.body(), "username");
    return token(access.login(user, Json.text(call.body(), "password")));
  }

  // An anonymous caller receives 200, which makes it a cheap probe of a token.
  private JsonNode userInfo(ApiCall call) {
    ObjectNode info = Json.object();
    if (call.caller().isSomebody()) {
      info.put("loggedIn", true).put("username", call.caller().account()).put("iss", "argocd");
      if (!call.caller().groups().isEmpty()) {
        ArrayNode groups = info.putArray("groups");
        call.caller().groups().forEach(groups::add);
      }
    }
    return info;
  }

  private JsonNode canI(ApiCall call) throws Refusal {
    if (!RESOURCES.contains(call.variable("resource"))) {
      throw new Refusal(
          GrpcCode.INVALID_ARGUMENT,
          "[" + String.join(" ", RESOURCES) + "] does not contain " + call.variable("resource"));
    }
    boolean may =
        access.may(
            call.caller(),
            call.variable("resource"),
            call.variable("action"),
            call.variable("subresource"));
    return Json.object().put("value", may ? "yes" : "no");
  }

  private JsonNode accountToken(ApiCall call) throws Refusal {
    String name = call.variable("name");
    access.require(call.caller(), "accounts", "update", name);
    if (name.equals("admin")) {
      throw new Refusal(
          GrpcCode.UNKNOWN,
          "failed to update account with new token: account 'admin' does not have apiKey capability");
    }
    int seconds = call.body().path("expiresIn").asInt();
    return token(
        access.tokens().issue(name + ":apiKey", name, seconds, Json.text(call.body(), "id")));
  }

  private JsonNode deleteAccountToken(ApiCall call) throws Refusal {
    access.require(call.caller(), "accounts", "update", call.variable("name"));
    access.tokens().revoke(call.variable("name"), call.variable("id"));
    return Json.object();
  }

  private static String role(ApiCall call) {
    return "proj:" + call.variable("project") + ":" + call.variable("role");
  }

  private JsonNode roleToken(ApiCall call) throws Refusal {
    access.require(call.caller(), "projects", "update", call.variable("project"));
    int seconds = call.body().path("expiresIn").asInt();
    return token(
        access.tokens().issue(role(call), role(call), seconds, Json.text(call.body(), "id")));
  }

  private JsonNode deleteRole(ApiCall call) throws Refusal {
    access.require(call.caller(), "projects", "update", call.variable("project"));
    access.tokens().revoke(role(call), call.query().first("id"));
    return Json.object();
  }
}
