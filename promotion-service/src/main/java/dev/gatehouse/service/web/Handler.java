package dev.gatehouse.service.web;

/** Answers requests; implementations are thread-safe. */
@FunctionalInterface
public interface Handler {
  /**
   * Returns the answer.
   *
   * @throws dev.gatehouse.reason.PromotionException for a mistake in the request, or when a store
   *     or a remote broke
   */
  Response on(Request request);
}
