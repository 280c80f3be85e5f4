/**
 * The way to one Argo CD server: address, credentials, trust, limits, and one shape for every
 * failure. Start at {@link ArgoCdServer} and {@link ArgoCdTransport}.
 */
@NullMarked
package dev.gatehouse.argo.http;

import org.jspecify.annotations.NullMarked;
