/**
 * A client for Kargo that knows nothing of Gatehouse: what can be asked of a server, one method for
 * each operation. Start at {@link dev.gatehouse.kargoapi.client.KargoClient}.
 *
 * <pre>{@code
 * ApiServer server = ApiServer.at(address).credentials(Credentials.file(tokenFile)).build();
 * try (KargoClient client = KargoClient.to(server)) {
 *   Promotion begun = client.promotions().promote("shop", "uat", FreightChoice.name(freight));
 *   PromotionPhase phase = client.promotions().get(begun.ref()).phase();
 * }
 * }</pre>
 *
 * <p>Every failure is an {@link dev.gatehouse.http.ApiException}, and its kind is the word to
 * branch on. A request that changes something is sent at most once; a reading request is retried.
 */
@NullMarked
package dev.gatehouse.kargoapi.client;

import org.jspecify.annotations.NullMarked;
