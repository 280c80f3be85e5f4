package dev.gatehouse.testkit.argo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.testkit.SettableClock;
import dev.gatehouse.testkit.argo.ApplicationSeed.SyncMode;
import dev.gatehouse.testkit.argo.FakeApplication.Outcome;
import dev.gatehouse.testkit.argo.FakeHook.Phase;
import dev.gatehouse.testkit.argo.FakeWindow.Kind;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** A fake server with the applications, accounts and projects of the one that was recorded. */
final class RecordedWorld implements AutoCloseable {
  static final String HEAD = "104906ecf54ac91f1e3be8fb0fece4da1b01614f";
  private static final String SHOP = "https://git.example.org/shop.git";
  private static final String SETTINGS = "https://git.example.org/settings.git";
  static final String NOTED = "{\"infos\":[{\"name\":\"gatehouse-operation\",\"value\":\"op\"}]}";
  private static final String WAVES =
      "{\"infos\":[{\"name\":\"a\",\"value\":\"b\"}],\"strategy\":{\"hook\":{}},\"syncOptions\":{\"items\":"
          + "[\"ServerSideApply=true\"]},\"retryStrategy\":{\"limit\":1,\"backoff\":{\"duration\":\"5s\","
          + "\"factor\":2,\"maxDuration\":\"1m\"}}}";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  final SettableClock clock = SettableClock.onMonday();
  final FakeArgoCd argo = FakeArgoCd.start(clock);

  RecordedWorld() {
    accounts();
    argo.newCommit(SHOP, "main", "3731c628bde2eff4541e071e4c6099a4cfe21a0d");
    argo.newCommit(SHOP, "main", "3e1f89bdf101c6de03c9db4ba5e2ec640ba2a1ab");
    argo.newCommit(SHOP, "main", HEAD);
    argo.newCommit(SETTINGS, "main", "4955a6d8fcc36f957e8b5d1b0f9de3424b28ac95");
    for (String name :
        new String[] {"gated", "jobgated", "nopath", "orders", "payments", "waves"}) {
      add(seed(name, "shop"));
    }
    add(seed("checkout", "shop").neverSynced().synced(SyncMode.SELF_HEALING));
    add(seed("multi", "shop").andFrom(SETTINGS, "multi", "main"));
    add(seed("elsewhere", "default"));
    windows();
    add(seed("ledger", "frozen").neverSynced());
    add(seed("ledgerauto", "frozen").neverSynced().synced(SyncMode.AUTOMATED));
    add(seed("manualok", "frozen"));
    add(seed("yearly", "frozen").neverSynced());
    add(seed("rejected", "shop").neverSynced());
    operations();
    argo.app("rejected").edit(RecordedWorld::retries);
    argo.app("orders")
        .edit(app -> ((ObjectNode) app.at("/status/resources/1")).put("name", "payments"));
    argo.app("waves").edit(app -> ((ObjectNode) app.at("/status/resources/1")).put("syncWave", 1));
  }

  /** Has it synced to where its targets are, as someone asked. */
  void synced(String name) {
    synced(name, NOTED);
  }

  void synced(String name, String body) {
    asked(name, body);
    finished(name);
  }

  /** Asks for a sync, and has it begin. */
  void asked(String name, String body) {
    write("POST", "/api/v1/applications/" + name + "/sync", body);
    argo.app(name).startOperation();
  }

  private void finished(String name) {
    argo.app(name).finishOperation(Outcome.SUCCEEDED, "").reconcile();
  }

  /** Brings the applications to where their last operations had left them. */
  private void operations() {
    for (String name : new String[] {"gated", "orders", "multi", "elsewhere"}) {
      synced(name);
    }
    synced("waves", WAVES);
    write("POST", "/api/v1/applications/orders/rollback", "{\"id\":0}");
    argo.app("orders").startOperation();
    finished("orders");
    argo.app("checkout").startOperation();
    finished("checkout");
    FakeHook gate = FakeHook.of(Phase.PRE_SYNC, "gate.gatehouse.dev", "PromotionGate", "gate");
    argo.app("gated").runsHooks(gate.saying("waiting for a decision"));
    argo.app("jobgated").runsHooks(FakeHook.job(Phase.PRE_SYNC, "gate-").withGeneratedName());
    argo.app("nopath").condition("ComparisonError", "Failed to load target state");
  }

  private static ApplicationSeed seed(String name, String project) {
    return ApplicationSeed.named(name)
        .inProject(project)
        .from(SHOP, "apps/" + name, "main")
        .labelled("stage", "test")
        .labelled("team", project)
        .annotated("argocd.argoproj.io/hydrate", "hard");
  }

  private void add(ApplicationSeed seed) {
    argo.addApplication(seed);
  }

  private static void retries(ObjectNode app) {
    ObjectNode policy = app.withObject("spec").putObject("syncPolicy");
    ObjectNode retry = policy.putObject("retry").put("limit", 2);
    retry.putObject("backoff").put("duration", "10s").put("factor", 2).put("maxDuration", "1m");
  }

  private void windows() {
    FakeProject frozen = argo.project("frozen");
    frozen.addWindow(Kind.DENY, "* * * * *", "24h", "ledger*").active(true);
    frozen.addWindow(Kind.DENY, "* * * * *", "24h", "manualok").manualSync().active(true);
    frozen.addWindow(Kind.ALLOW, "0 3 1 1 *", "1h", "yearly");
    frozen.edit(
        json -> {
          ((ObjectNode) json.at("/spec/syncWindows/0")).put("description", "gatehouse: freeze");
          ((ObjectNode) json.at("/spec/syncWindows/1")).put("timeZone", "UTC");
        });
  }

  private void accounts() {
    FakeAccess access = argo.access();
    access.account("gatehouse").allow("*", "*", "*");
    access.account("reader").allow("applications", "get", "shop/*");
    access
        .account("syncer")
        .allow("applications", "get", "*/*")
        .allow("applications", "sync", "shop/*");
    access.account("proj:shop:engine").allow("applications", "*", "shop/*");
  }

  private String token(String who) {
    return switch (who) {
      case "", "admin" -> argo.access().account("gatehouse").token();
      case "project" -> argo.access().account("proj:shop:engine").token();
      case "nobody signed in" -> "";
      case "not-a-token" -> who;
      case "forged-signature" -> argo.access().account("gatehouse").token() + "x";
      default -> argo.access().account(who).token();
    };
  }

  /**
   * Repeats the request: deadlines of seconds become shorter, for nothing happens meanwhile, and a
   * version that was the newest becomes the newest one here.
   */
  HttpRequest request(Recording recording) {
    String body = "";
    if (recording.request().path("body").isTextual()) {
      body = recording.request().path("body").asText();
    } else if (recording.request().path("body").isObject()) {
      ObjectNode object = recording.request().path("body").deepCopy();
      if (recording.name().startsWith("project-put-window")) {
        object.withObject("/project/metadata").put("resourceVersion", frozenVersion());
      }
      body = object.toString();
    }
    HttpRequest.Builder call =
        HttpRequest.newBuilder(
                URI.create(
                    argo.uri()
                        + recording
                            .path()
                            .replaceAll("resourceVersion=\\d{2,}", "resourceVersion=" + next())))
            .timeout(PATIENCE)
            .method(
                recording.request().path("method").asText(),
                HttpRequest.BodyPublishers.ofString(body));
    recording
        .request()
        .path("headers")
        .properties()
        .forEach(h -> call.header(h.getKey(), h.getValue().asText().replaceAll("\\dS", "50m")));
    credentials(recording, call);
    return call.build();
  }

  private String frozenVersion() {
    return argo.project("frozen").json().at("/metadata/resourceVersion").asText();
  }

  private long next() {
    long newest = 0;
    for (String name : new String[] {"ledger", "rejected", "yearly"}) {
      String version = argo.app(name).json().at("/metadata/resourceVersion").asText();
      newest = Math.max(newest, Long.parseLong(version));
    }
    return newest + 1;
  }

  void write(String method, String path, String body) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(argo.uri() + path))
              .header("Authorization", "Bearer " + token("admin"))
              .header("Content-Type", "application/json")
              .method(method, HttpRequest.BodyPublishers.ofString(body))
              .build();
      int status =
          ArgoFixture.CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      if (status != 200) {
        throw new IllegalStateException(path + ": " + status);
      }
    } catch (IOException | InterruptedException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private void credentials(Recording recording, HttpRequest.Builder call) {
    String admin = token("admin");
    Map<String, String[]> other =
        Map.of(
            "access-cookie", new String[] {"Cookie", "argocd.token=" + admin},
            "access-grpc-metadata-token", new String[] {"Grpc-Metadata-Token", admin},
            "access-session-basic-auth", new String[] {"Authorization", "Basic YTpi"});
    String[] header = other.get(recording.name());
    String token = token(recording.request().path("as").asText(""));
    if (header != null) {
      call.header(header[0], header[1]);
    } else if (!token.isEmpty()) {
      call.header("Authorization", "Bearer " + token);
    }
  }

  HttpResponse<String> send(Recording recording) throws IOException, InterruptedException {
    return ArgoFixture.CLIENT.send(request(recording), HttpResponse.BodyHandlers.ofString());
  }

  @Override
  public void close() {
    argo.close();
  }
}
