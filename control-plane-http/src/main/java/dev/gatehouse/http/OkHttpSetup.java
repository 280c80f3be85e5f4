package dev.gatehouse.http;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/** Sets OkHttp up so that it does nothing automatically: no redirects, no repeats, no cookies. */
final class OkHttpSetup {
  private OkHttpSetup() {}

  static OkHttpClient client(ApiServer server) {
    Limits limits = server.limits();
    Dispatcher dispatcher = new Dispatcher(Executors.newCachedThreadPool(OkHttpSetup::thread));
    dispatcher.setMaxRequests(limits.concurrency());
    dispatcher.setMaxRequestsPerHost(limits.concurrency());
    OkHttpClient.Builder client =
        new OkHttpClient.Builder()
            .dispatcher(dispatcher)
            .protocols(List.of(Protocol.HTTP_1_1))
            .followRedirects(false)
            .followSslRedirects(false)
            .retryOnConnectionFailure(false)
            .connectTimeout(limits.connectTimeout())
            .readTimeout(Duration.ZERO)
            .writeTimeout(Duration.ZERO)
            .addNetworkInterceptor(new Pausing());
    TlsSetup.apply(server.trust(), client);
    return client.build();
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "control-plane-request");
    thread.setDaemon(true);
    return thread;
  }
}
