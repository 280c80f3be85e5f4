package dev.gatehouse.testkit.argo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
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
  private final IssuedTokens tokens;
  private final Map<String, List<Instant>> failures = new TreeMap<>();

  FakeAccess(InstantSource clock) {
    this.clock = clock;
    this.tokens = new IssuedTokens(clock);
    account("admin").allow("*", "*", "*").password("admin");
  }

  /** Returns the account of this name, made without any right if it is not there. */
  public synchronized FakeAccount account(String name) {
    return accounts.computeIfAbsent(name, unused -> new FakeAccount(name, tokens));
  }

  IssuedTokens tokens() {
    return tokens;
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
    return tokens.issue(user + ":login", user, SESSION_SECONDS);
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
    IssuedTokens.Issued known = tokens.find(token);
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
