/**
 * The transport that the clients of control planes share: address, credentials, trust, limits,
 * retries, and one shape for every failure. Start at {@link dev.gatehouse.http.ApiServer} and
 * {@link dev.gatehouse.http.HttpTransport}.
 */
@NullMarked
package dev.gatehouse.http;

import org.jspecify.annotations.NullMarked;
