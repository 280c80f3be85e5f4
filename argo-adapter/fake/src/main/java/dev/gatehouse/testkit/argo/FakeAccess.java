package dev.gatehouse.testkit.argo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Accounts, their tokens and their rights.
 *
 * <p>Thread-safe. The account {@code admin} may everything and logs in with {@code admin}.
 */
public final class FakeAccess {
  private static final Duration LOGIN_WINDOW = Duration.ofMinutes(5);
  private static final int FAILURES_ALLOWED = 5;
  private static final int SESSION_SECONDS = 24 * 60 * 60;

  private final InstantSource clock;
  private final Map<String, FakeAccount> accounts = new TreeMap<>();
  private final Map<String, Issued> tokens = new TreeMap<>();
  private final Map<String, List<Instant>> failures = new TreeMap<>();
  private int issued;

  private record Issued(
      String id, String subject, String account, Instant issuedAt, Optional<Instant> expires) {}

  FakeAccess(InstantSource clock) {
    this.clock = clock;
    account("admin").allow("*", "*", "*").password("admin");
  }

  /** Returns the account of this name, made without any right if it is not there. */
  public synchronized FakeAccount account(String name) {
    return accounts.computeIfAbsent(name, unused -> new FakeAccount(name, this));
  }

  /** Issues a token in the shape of a JWT, with an id that only this server knows. */
  synchronized String issue(String subject, String account, int seconds) {
    return issue(subject, account, seconds, "");
  }

  /** Issues a token with this id, or with a new one if that is empty. */
  synchronized String issue(String subject, String account, int seconds, String wantedId) {
    Instant now = clock.instant();
    issued++;
    String id = wantedId.isEmpty() ? "id-" + issued : wantedId;
    ObjectNode claims = Json.object();
    claims.put("iss", "argocd").put("sub", subject).put("iat", now.getEpochSecond()).put("jti", id);
    claims.put("nonce", issued);
    Optional<Instant> expires = Optional.empty();
    if (seconds > 0) {
      expires = Optional.of(now.plusSeconds(seconds));
      claims.put("exp", now.getEpochSecond() + seconds);
    }
    Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
    String head = base64.encodeToString(Bytes.of("{\"alg\":\"HS256\",\"typ\":\"JWT\"}").content());
    String token = head + "." + base64.encodeToString(Json.bytes(claims)) + ".ZmFrZQ";
    tokens.put(token, new Issued(id, subject, account, now, expires));
    return token;
  }

  synchronized void revoke(String account) {
    tokens.values().removeIf(token -> token.account().equals(account));
  }

  synchronized void revoke(String account, String id) {
    tokens.values().removeIf(t -> t.account().equals(account) && t.id().equals(id));
  }

  /** Logs in and returns a session token. */
  synchronized String login(String user, String secret) throws Refusal {
    List<Instant> failed = failures.computeIfAbsent(user, unused -> new ArrayList<>());
    Instant now = clock.instant();
    failed.removeIf(time -> time.plus(LOGIN_WINDOW).isBefore(now));
    FakeAccount account = accounts.get(user);
    if (account == null || failed.size() >= FAILURES_ALLOWED || !account.opensWith(secret)) {
      failed.add(now);
      throw new Refusal(GrpcCode.UNAUTHENTICATED, "Invalid username or password");
    }
    failed.clear();
    return issue(user + ":login", user, SESSION_SECONDS);
  }

  /** Finds out who asks, in the order in which the server looks. */
  synchronized Caller caller(HttpCall call) throws Refusal {
    String token = call.header("grpc-metadata-token");
    if (token.isEmpty() && call.header("authorization").startsWith("Bearer ")) {
      token = call.header("authorization").substring("Bearer ".length());
    }
    if (token.isEmpty()) {
      token = call.cookie("argocd.token");
    }
    // What is no token at all counts as none.
    if (token.split("\\.", -1).length != 3) {
      throw new Refusal(GrpcCode.UNAUTHENTICATED, "no session information");
    }
    Issued known = tokens.get(token);
    if (known == null) {
      throw new Refusal(
          GrpcCode.UNAUTHENTICATED,
          "invalid session: token signature is invalid: signature is invalid");
    }
    if (known.expires().filter(end -> !clock.instant().isBefore(end)).isPresent()) {
      throw new Refusal(
          GrpcCode.UNAUTHENTICATED, "invalid session: token has invalid claims: token is expired");
    }
    return new Caller(
        known.account(), account(known.account()).groups(), Optional.of(known.issuedAt()));
  }

  synchronized boolean may(Caller caller, String resource, String action, String object) {
    FakeAccount account = accounts.get(caller.account());
    return account != null && account.may(resource, action, object);
  }

  /** Refuses as the server does when a rule is missing. */
  void require(Caller caller, String resource, String action, String object) throws Refusal {
    if (!may(caller, resource, action, object)) {
      throw new Refusal(
          GrpcCode.PERMISSION_DENIED,
          "permission denied: "
              + resource
              + ", "
              + action
              + ", "
              + object
              + ", sub: "
              + caller.account()
              + caller
                  .issuedAt()
                  .map(at -> ", iat: " + at.truncatedTo(ChronoUnit.SECONDS))
                  .orElse(""));
    }
  }
}
