package dev.gatehouse.service.token;

import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;

/** Why a token is not accepted, or not made. */
public final class TokenReasons {
  /** The refusal of a request without a token that counts. */
  public static final ReasonCode UNAUTHENTICATED = ReasonCode.of("unauthenticated");

  /** The refusal of an act that the token is not for. */
  public static final ReasonCode OUT_OF_SCOPE = ReasonCode.of("token-out-of-scope");

  /** The refusal to make a token that would allow too much or nothing. */
  public static final ReasonCode UNUSABLE = ReasonCode.of("token-unusable");

  private TokenReasons() {}

  /** Says the same for a token that is missing, unknown, wrong, ended or revoked. */
  public static Reason unauthenticated() {
    return new Reason(
        UNAUTHENTICATED,
        "The request brings no token that counts now.",
        "header Authorization",
        "Send `Authorization: Bearer <token>`; an administrator of this installation"
            + " makes one.");
  }

  /** Says that the token is for something else. */
  public static Reason outOfScope(ServiceToken token, String what) {
    return new Reason(
        OUT_OF_SCOPE,
        "The token " + token.id() + " may not be used to " + what + ".",
        "token " + token.id(),
        "Use a token that is made for it.");
  }

  static Reason unusable(String what, String next) {
    return new Reason(UNUSABLE, what, "token", next);
  }
}
