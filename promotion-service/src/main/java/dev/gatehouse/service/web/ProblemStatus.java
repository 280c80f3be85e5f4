package dev.gatehouse.service.web;

import dev.gatehouse.reason.ReasonCode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The HTTP status of a refusal: 403 for who asks, 404 for what is not there, 422 for what was sent;
 * a refusal that the promotion's own state explains is 409.
 */
final class ProblemStatus {
  private static final int CONFLICT = 409;
  private static final Map<Integer, Set<String>> BY_STATUS =
      Map.ofEntries(
          Map.entry(400, Set.of("bad-request", "idempotency-key-missing")),
          Map.entry(401, Set.of("unauthenticated")),
          Map.entry(
              403,
              Set.of(
                  "not-allowed",
                  "token-out-of-scope",
                  "unknown-actor",
                  "separation-of-duties",
                  "approver-not-a-person",
                  "approver-not-in-quorum",
                  "second-person-needed",
                  "reach-not-allowed")),
          Map.entry(
              404,
              Set.of(
                  "no-such-resource",
                  "unknown-promotion",
                  "unknown-application",
                  "unknown-stage",
                  "unknown-shard")),
          Map.entry(405, Set.of("method-not-allowed")),
          Map.entry(412, Set.of("promotion-changed")),
          Map.entry(413, Set.of("body-too-large")),
          Map.entry(415, Set.of("unsupported-media-type")),
          Map.entry(
              422,
              Set.of(
                  "idempotency-key-reused",
                  "token-unusable",
                  "invalid-artifact",
                  "invalid-name",
                  "invalid-revision",
                  "invalid-evidence",
                  "invalid-time",
                  "unknown-gate",
                  "unknown-owner",
                  "unknown-key",
                  "missing-key",
                  "wrong-type",
                  "wrong-value",
                  "waiver-incomplete",
                  "waiver-too-long")),
          Map.entry(500, Set.of("internal-error")),
          Map.entry(
              503,
              Set.of(
                  "service-busy",
                  "service-stopping",
                  "store-failed",
                  "store-unreachable",
                  "store-holder-silent",
                  "store-in-use",
                  "clock-differs",
                  "git-unreachable",
                  "platform-gave-up")));
  private static final Map<String, Integer> BY_CODE = new TreeMap<>();

  static {
    BY_STATUS.forEach((status, codes) -> codes.forEach(code -> BY_CODE.put(code, status)));
  }

  private ProblemStatus() {}

  static int of(ReasonCode code) {
    return BY_CODE.getOrDefault(code.value(), CONFLICT);
  }
}
