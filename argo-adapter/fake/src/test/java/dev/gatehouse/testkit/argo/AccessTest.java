package dev.gatehouse.testkit.argo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AccessTest extends ArgoFixture {
  private static final String CAN = "/api/v1/account/can-i/applications/sync/";

  @Test
  void nobodyIsLetInWithoutAToken() throws Exception {
    token = "";
    Answer answer = get(APPS);
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo(16);
    assertThat(answer.message()).isEqualTo("no session information");
  }

  @Test
  void aTokenThatIsNotKnownIsAnInvalidSession() throws Exception {
    token = "e30.e30.e30";
    assertThat(get(APPS).message()).startsWith("invalid session");
  }

  @Test
  void aRevokedTokenIsInvalid() throws Exception {
    FakeAccount ci = argo.access().account("ci").allow("applications", "*", "*");
    token = ci.token();
    assertThat(get(APPS).status()).isEqualTo(200);
    ci.revokeTokens();
    assertThat(get(APPS).status()).isEqualTo(401);
  }

  @Test
  void userInfoSaysWithSuccessThatOneIsNobody() throws Exception {
    assertThat(get("/api/v1/session/userinfo").json().path("loggedIn").asBoolean()).isTrue();
    token = "e30.e30.e30";
    Answer stranger = get("/api/v1/session/userinfo");
    assertThat(stranger.status()).isEqualTo(200);
    assertThat(stranger.json().has("loggedIn")).isFalse();
  }

  @Test
  void aStrangerSeesTheVersionAndNothingMore() throws Exception {
    token = "";
    assertThat(get("/api/version").json().size()).isEqualTo(1);
    assertThat(get("/api/v1/settings").json().has("controllerNamespace")).isFalse();
  }

  @Test
  void aLoginGivesATokenThatEndsAfterADay() throws Exception {
    token = login("admin", "admin").json().path("token").asText();
    assertThat(get(APPS).status()).isEqualTo(200);
    clock.advance(Duration.ofDays(1));
    assertThat(get(APPS).status()).isEqualTo(401);
  }

  @Test
  void fiveFailedLoginsCloseTheDoorForFiveMinutes() throws Exception {
    for (int i = 0; i < 5; i++) {
      Answer answer = login("admin", "wrong");
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.message()).isEqualTo("Invalid username or password");
    }
    assertThat(login("admin", "admin").status()).isEqualTo(401);
    clock.advance(Duration.ofSeconds(301));
    assertThat(login("admin", "admin").status()).isEqualTo(200);
  }

  private Answer login(String user, String password) throws Exception {
    token = "";
    return post(
        "/api/v1/session", "{\"username\":\"" + user + "\",\"password\":\"" + password + "\"}");
  }

  @Test
  void aPreflightAsksWhatOneMay() throws Exception {
    token = argo.access().account("ci").allow("applications", "sync", "default/*").token();
    assertThat(get(CAN + "default/payments").json().path("value").asText()).isEqualTo("yes");
    assertThat(get(CAN + "other/payments").json().path("value").asText()).isEqualTo("no");
  }

  @Test
  void aDenyWinsOverEveryAllow() throws Exception {
    token =
        argo.access()
            .account("ci")
            .allow("*", "*", "*")
            .deny("applications", "sync", "default/payments")
            .token();
    assertThat(get(CAN + "default/payments").json().path("value").asText()).isEqualTo("no");
  }

  @Test
  void aMissingApplicationIsForbiddenWithoutTheProjectAndNotFoundWithIt() throws Exception {
    assertThat(get(APPS + "/none").code()).isEqualTo(7);
    assertThat(get(APPS + "/none").message()).isEqualTo("permission denied");
    assertThat(get(APPS + "/none?project=default").code()).isEqualTo(5);
  }

  @Test
  void anApplicationOfAnotherProjectIsNotFound() throws Exception {
    payments();
    assertThat(get(APPS + "/payments?project=other").status()).isEqualTo(404);
    assertThat(get(APPS + "/payments").status()).isEqualTo(200);
  }

  @Test
  void whoMayNotInTheNamedProjectIsForbidden() throws Exception {
    payments();
    token = argo.access().account("ci").allow("applications", "get", "other/*").token();
    assertThat(get(APPS + "/payments?project=default").status()).isEqualTo(403);
    assertThat(get(APPS + "/payments?project=other").status()).isEqualTo(404);
  }

  @Test
  void anApplicationOfAnotherNamespaceIsNamedByBoth() throws Exception {
    argo.addApplication(ApplicationSeed.named("payments").inNamespace("team"));
    assertThat(get(APPS + "/payments?project=default").status()).isEqualTo(404);
    String path = APPS + "/payments?project=default&appNamespace=team";
    assertThat(get(path).status()).isEqualTo(200);
    token = argo.access().account("ci").allow("applications", "get", "default/team/*").token();
    assertThat(get(path).status()).isEqualTo(200);
  }

  @Test
  void anAccountTokenIsIssuedAndDeletedById() throws Exception {
    argo.access().account("ci").allow("applications", "get", "*");
    String admin = token;
    token = post("/api/v1/account/ci/token", "{\"id\":\"one\"}").json().path("token").asText();
    assertThat(get(APPS).status()).isEqualTo(200);
    String issued = token;
    token = admin;
    write("DELETE", "/api/v1/account/ci/token/one", "");
    token = issued;
    assertThat(get(APPS).status()).isEqualTo(401);
  }

  @Test
  void aTokenOfAProjectRoleHasTheRightsOfTheRole() throws Exception {
    payments();
    argo.access().account("proj:default:promoter").allow("applications", "get", "default/*");
    token =
        post("/api/v1/projects/default/roles/promoter/token", "{\"expiresIn\":60}")
            .json()
            .path("token")
            .asText();
    assertThat(get(APPS + "/payments?project=default").status()).isEqualTo(200);
    clock.advance(Duration.ofSeconds(60));
    assertThat(get(APPS + "/payments?project=default").status()).isEqualTo(401);
  }

  @Test
  void anotherRevisionMayNeedTheRightToOverride() throws Exception {
    payments();
    argo.revisionsNeedOverride(true);
    token =
        argo.access()
            .account("ci")
            .allow("applications", "get", "*")
            .allow("applications", "sync", "*")
            .token();
    assertThat(sync("{\"revision\":\"" + FIRST + "\"}").status()).isEqualTo(403);
    assertThat(sync("{\"revision\":\"main\"}").status()).isEqualTo(200);
  }
}
