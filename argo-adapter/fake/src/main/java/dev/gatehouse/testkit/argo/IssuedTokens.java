package dev.gatehouse.testkit.argo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The tokens that the server has issued and not revoked; thread-safe. */
final class IssuedTokens {
  private final InstantSource clock;
  private final Map<String, Issued> tokens = new TreeMap<>();
  private int issued;

  record Issued(
      String id, String subject, String account, Instant issuedAt, Optional<Instant> expires) {}

  IssuedTokens(InstantSource clock) {
    this.clock = clock;
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

  synchronized @Nullable Issued find(String token) {
    return tokens.get(token);
  }
}
