package dev.gatehouse.argo.client;

import dev.gatehouse.argo.http.ArgoCdServer;
import dev.gatehouse.argo.http.ArgoCdToken;
import dev.gatehouse.argo.http.Credentials;
import dev.gatehouse.argo.model.ApplicationRef;
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
  ArgoCdServer.Builder server() {
    return ArgoCdServer.at(argo.uri())
        .allowPlainHttp()
        .credentials(Credentials.of(ArgoCdToken.of(argo.adminToken())));
  }

  @Override
  ApplicationRef application() {
    return ApplicationRef.of("shop", "web");
  }
}
