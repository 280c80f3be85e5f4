package dev.gatehouse.app;

import dev.gatehouse.testkit.argo.ApplicationSeed;
import dev.gatehouse.testkit.argo.FakeAccount;
import dev.gatehouse.testkit.argo.FakeArgoCd;
import dev.gatehouse.testkit.argo.SeenRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** A desk whose two targets are applications of one Argo CD. */
final class ArgoDesk implements AutoCloseable {
  private final Desk desk;
  private final FakeArgoCd argo;
  private final FakeAccount account;

  private ArgoDesk(Desk desk, FakeArgoCd argo) {
    this.desk = desk;
    this.argo = argo;
    this.account = argo.access().account("gatehouse");
  }

  /** Returns a desk with an account that may what it needs, and applications synced by hand. */
  static ArgoDesk furnished(Path folder) {
    return furnished(folder, ApplicationSeed.SyncMode.MANUAL);
  }

  /** Returns a desk whose applications see the same repository as the rules. */
  static ArgoDesk furnished(Path folder, ApplicationSeed.SyncMode mode) {
    Desk desk = Desk.furnished(folder);
    FakeArgoCd argo = FakeArgoCd.start(InstantSource.system());
    String address = folder.resolve("deploy.git").toString();
    argo.backedBy(address, folder.resolve("deploy.git"));
    for (String target : List.of("eu-1", "us-1")) {
      argo.addApplication(
          ApplicationSeed.named("checkout-" + target)
              .inProject("payments")
              .from(address, "apps/checkout/" + target, "main")
              .synced(mode));
    }
    ArgoDesk made = new ArgoDesk(desk, argo);
    made.account
        .allow("applications", "get", "payments/*")
        .allow("applications", "sync", "payments/*")
        .allow("projects", "get", "payments");
    made.token(made.account.token());
    made.rules(argo.uri().toString(), "payments");
    return made;
  }

  Desk desk() {
    return desk;
  }

  FakeArgoCd argo() {
    return argo;
  }

  FakeAccount account() {
    return account;
  }

  void token(String token) {
    desk.write("argo.token", token + "\n");
  }

  void rules(String url, String project) {
    try (InputStream rules = ArgoDesk.class.getResourceAsStream("argo-desk.yaml")) {
      String text = new String(rules.readAllBytes(), StandardCharsets.UTF_8);
      desk.write(
          "gatehouse.yaml",
          text.replace("@URL@", url).replace("project: payments", "project: " + project));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Changes a line of the rules. */
  void rule(String old, String other) {
    String rules = desk.read("gatehouse.yaml");
    if (!rules.contains(old)) {
      throw new IllegalArgumentException("no such rule: " + old);
    }
    desk.write("gatehouse.yaml", rules.replace(old, other));
  }

  /** Returns the commits of promotions. */
  List<String> commits() {
    return desk.git(
            "-C", "deploy.git", "log", "--format=%H", "--grep", "Gatehouse-Promotion", "main")
        .lines()
        .toList();
  }

  /** Returns the bodies of the requests for a sync of this target's application. */
  List<String> syncs(String target) {
    return argo.requests().stream()
        .filter(request -> request.method().equals("POST"))
        .filter(request -> request.path().endsWith("/applications/checkout-" + target + "/sync"))
        .map(SeenRequest::body)
        .toList();
  }

  @Override
  public void close() {
    argo.close();
  }
}
