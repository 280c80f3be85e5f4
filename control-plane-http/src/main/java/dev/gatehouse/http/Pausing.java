package dev.gatehouse.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Gives the server's wish for a pause another name, so that only our own retries act on it: OkHttp
 * would repeat a request that changes something when the wish is nothing.
 */
final class Pausing implements Interceptor {
  static final String HEADER = "Gatehouse-Retry-After";

  @Override
  public Response intercept(Chain chain) throws IOException {
    Response answer = chain.proceed(chain.request());
    String wish = answer.header("Retry-After");
    Response.Builder changed = answer.newBuilder().removeHeader("Retry-After");
    return (wish == null ? changed.removeHeader(HEADER) : changed.header(HEADER, wish)).build();
  }
}
