package dev.gatehouse.argocd.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.argocd.model.ApplicationRef;
import dev.gatehouse.argocd.model.HealthCode;
import dev.gatehouse.argocd.model.SyncRequest;
import dev.gatehouse.http.ApiException;
import dev.gatehouse.http.ApiServer;
import dev.gatehouse.http.BearerToken;
import dev.gatehouse.http.Credentials;
import dev.gatehouse.testkit.SettableClock;
import dev.gatehouse.testkit.argo.ApplicationSeed;
import dev.gatehouse.testkit.argo.FakeArgoCd;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The example of the package is this code, and works. */
class ClientAloneTest {
  private static final String COMMIT = "a1".repeat(20);
  private static final Path SOURCES = Path.of("src");

  private static ApiServer server(URI address, Path tokenFile) {
    ApiServer server = ApiServer.at(address).credentials(Credentials.file(tokenFile)).build();
    return server;
  }

  private static HealthCode run(ApiServer server, String commit) throws ApiException {
    try (ArgoCdClient client = ArgoCdClient.to(server)) {
      ApplicationRef shop = ApplicationRef.of("shop", "web");
      client.applications().sync(shop, SyncRequest.to(commit).info("ticket", "SHOP-7").build());
      HealthCode health = client.applications().get(shop).status().health().code();
      return health;
    }
  }

  @Test
  void theExampleSyncsAnApplicationAndReadsItsHealth() throws ApiException {
    assertThat(server(URI.create("https://argocd.example.org"), Path.of("token")).toString())
        .isEqualTo("https://argocd.example.org");
    try (FakeArgoCd argo = FakeArgoCd.start(SettableClock.onMonday())) {
      argo.autopilot();
      argo.newCommit(ApplicationSeed.REPOSITORY, "main", COMMIT);
      argo.addApplication(ApplicationSeed.named("shop").inProject("web"));
      Credentials token = Credentials.of(BearerToken.of(argo.adminToken()));
      ApiServer server = ApiServer.at(argo.uri()).allowPlainHttp().credentials(token).build();
      assertThat(run(server, COMMIT)).isEqualTo(HealthCode.HEALTHY);
    }
  }

  private static String packed(String text) {
    return text.replaceAll("\\s+", "");
  }

  @Test
  void eachStatementOfTheExampleStandsHere() throws IOException {
    String page =
        Files.readString(
            SOURCES.resolve("main/java/dev/gatehouse/argocd/client/package-info.java"));
    String here =
        Files.readString(
            SOURCES.resolve("test/java/dev/gatehouse/argocd/client/ClientAloneTest.java"));
    String example =
        page.substring(page.indexOf("<pre>{@code") + 11, page.indexOf("}</pre>"))
            .replaceAll("(?m)^ \\*", "");
    List<String> statements =
        Stream.of(example.split("[;{}]\\s*\\R", -1)).map(ClientAloneTest::packed).toList();
    assertThat(statements).hasSizeGreaterThanOrEqualTo(5);
    assertThat(packed(here)).contains(statements);
  }
}
