package dev.gatehouse.argocd.client;

import dev.gatehouse.argocd.model.ApplicationRef;
import dev.gatehouse.http.ApiServer;
import dev.gatehouse.http.BearerToken;
import dev.gatehouse.http.Credentials;
import dev.gatehouse.testkit.SettableClock;
import dev.gatehouse.testkit.argo.ApplicationSeed;
import dev.gatehouse.testkit.argo.FakeArgoCd;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The client keeps its contract with the fake server. */
class FakeArgoCdClientTest extends ArgoCdClientContractTest {
  private final FakeArgoCd argo = FakeArgoCd.start(SettableClock.onMonday());

  @BeforeEach
  void plant() {
    argo.autopilot();
    argo.addApplication(ApplicationSeed.named("shop").inProject("web").labelled("team", "web"));
    argo.addApplication(ApplicationSeed.named("other"));
  }

  @AfterEach
  void close() {
    argo.close();
  }

  @Override
  ApiServer.Builder server() {
    return ApiServer.at(argo.uri())
        .allowPlainHttp()
        .credentials(Credentials.of(BearerToken.of(argo.adminToken())));
  }

  @Override
  ApplicationRef application() {
    return ApplicationRef.of("shop", "web");
  }
}
