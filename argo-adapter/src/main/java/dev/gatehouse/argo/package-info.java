/**
 * The ports of the core on top of an Argo CD client; start at {@link dev.gatehouse.argo.ArgoCd}.
 *
 * <p>The client knows nothing of promotions and can be used alone, with the packages {@code
 * client}, {@code stream}, {@code http} and {@code model}:
 *
 * <pre>{@code
 * ArgoCdServer server =
 *     ArgoCdServer.at(address).credentials(Credentials.file(tokenFile)).build();
 * try (ArgoCdClient client = ArgoCdClient.to(server)) {
 *   ApplicationRef shop = ApplicationRef.of("shop", "web");
 *   client.applications().sync(shop, SyncRequest.to(commit).info("ticket", "SHOP-7").build());
 *   HealthCode health = client.applications().get(shop).status().health().code();
 * }
 * }</pre>
 *
 * <p>Every failure is an {@link dev.gatehouse.argo.http.ArgoCdException}, and its kind is the word
 * to branch on. What changes something is sent at most once; what only reads is tried again.
 */
@NullMarked
package dev.gatehouse.argo;

import org.jspecify.annotations.NullMarked;
