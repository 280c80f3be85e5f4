package dev.gatehouse.argocd.client;

import dev.gatehouse.argocd.model.ApplicationRef;
import dev.gatehouse.http.ApiServer;
import dev.gatehouse.http.BearerToken;
import dev.gatehouse.http.Credentials;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;

/**
 * The client keeps its contract with a real server.
 *
 * <p>{@code GATEHOUSE_ARGOCD_URL} and {@code GATEHOUSE_ARGOCD_TOKEN} name it; {@code
 * GATEHOUSE_ARGOCD_APPLICATION} is {@code project/name} of an application that is synced by hand.
 */
class RealArgoCdClientTest extends ArgoCdClientContractTest {
  private static final String DEFAULT_APPLICATION = "default/gatehouse-contract";

  @BeforeEach
  void aServerIsNamed() {
    Assumptions.assumeTrue(
        given("GATEHOUSE_ARGOCD_URL").isPresent() && given("GATEHOUSE_ARGOCD_TOKEN").isPresent(),
        "SKIPPED: no real Argo CD; set GATEHOUSE_ARGOCD_URL and GATEHOUSE_ARGOCD_TOKEN to test against one");
  }

  private static Optional<String> given(String name) {
    return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
  }

  @Override
  ApiServer.Builder server() {
    URI address = URI.create(given("GATEHOUSE_ARGOCD_URL").orElseThrow());
    BearerToken token = BearerToken.of(given("GATEHOUSE_ARGOCD_TOKEN").orElseThrow());
    ApiServer.Builder server = ApiServer.at(address).credentials(Credentials.of(token));
    return "http".equals(address.getScheme()) ? server.allowPlainHttp() : server;
  }

  @Override
  ApplicationRef application() {
    String[] parts =
        given("GATEHOUSE_ARGOCD_APPLICATION").orElse(DEFAULT_APPLICATION).split("/", 2);
    return ApplicationRef.of(parts[1], parts[0]);
  }
}
