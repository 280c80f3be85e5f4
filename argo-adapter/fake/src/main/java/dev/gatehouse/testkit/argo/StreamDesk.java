package dev.gatehouse.testkit.argo;

import java.io.IOException;

/** Opens streams of application events. */
final class StreamDesk {
  private final ControlPlane plane;
  private final FakeAccess access;

  StreamDesk(ControlPlane plane, FakeAccess access) {
    this.plane = plane;
    this.access = access;
  }

  /** Serves a stream until it ends; what is refused is refused before the first byte. */
  void serve(ApiCall call, HttpConnection connection)
      throws IOException, InterruptedException, Refusal {
    ApplicationFilter filter = ApplicationFilter.ofStream(call.query());
    StreamClient client =
        new StreamClient(
            connection,
            call,
            app ->
                filter.lets(app)
                    && access.may(call.caller(), "applications", "get", app.rbacName()));
    subscribe(client, call);
    Thread peer = new Thread(client::watchPeer, "fake-argo-cd-peer");
    peer.setDaemon(true);
    peer.start();
    try {
      client.serve();
    } finally {
      plane.run(
          () -> {
            plane.streams().clients().remove(client);
            plane.signal();
          });
    }
  }

  private void subscribe(StreamClient client, ApiCall call) {
    boolean fresh = call.query().first("resourceVersion").isEmpty();
    boolean named = !call.query().first("name").isEmpty();
    plane.run(
        () -> {
          if (fresh || named) {
            plane.applications().forEach(client::snapshot);
          }
          plane.streams().clients().add(client);
          plane.signal();
        });
  }
}
