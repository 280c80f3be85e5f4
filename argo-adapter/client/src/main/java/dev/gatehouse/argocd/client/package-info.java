/**
 * A client for Argo CD that knows nothing of promotions: what can be asked of a server, one method
 * for each operation. Start at {@link dev.gatehouse.argocd.client.ArgoCdClient}.
 *
 * <pre>{@code
 * ApiServer server = ApiServer.at(address).credentials(Credentials.file(tokenFile)).build();
 * try (ArgoCdClient client = ArgoCdClient.to(server)) {
 *   ApplicationRef shop = ApplicationRef.of("shop", "web");
 *   client.applications().sync(shop, SyncRequest.to(commit).info("ticket", "SHOP-7").build());
 *   HealthCode health = client.applications().get(shop).status().health().code();
 * }
 * }</pre>
 *
 * <p>Every failure is an {@link dev.gatehouse.http.ApiException}, and its kind is the word to
 * branch on. A request that changes something is sent at most once; a reading request is retried.
 */
@NullMarked
package dev.gatehouse.argocd.client;

import org.jspecify.annotations.NullMarked;
