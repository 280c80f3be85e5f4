package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.testkit.argo.Fault;
import dev.gatehouse.testkit.argo.ManagedState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArgoDiffTest {
  @TempDir Path folder;
  private ArgoDesk desk;

  @BeforeEach
  void furnish() {
    desk = ArgoDesk.furnished(folder);
    desk.argo()
        .app("checkout-eu-1")
        .manages(
            new ManagedState(deployment(3), deployment(5)),
            ManagedState.missing(object("v1", "ConfigMap", "settings", "'data':{'a':'1'}")),
            ManagedState.superfluous(object("v1", "Service", "old", "'spec':{}")),
            ManagedState.same(object("v1", "Service", "web", "'spec':{}")));
    desk.argo()
        .app("checkout-us-1")
        .manages(ManagedState.same(object("v1", "Service", "web", "'spec':{}")));
  }

  @AfterEach
  void end() {
    desk.close();
  }

  @Test
  void beforeAPromotionADifferenceIsDriftAndEachFieldIsNamed() {
    Desk.Answer answer = diff("checkout/production");

    assertThat(answer.out())
        .contains("target checkout/eu-1  application payments/checkout-eu-1")
        .contains("Before you promote, this target already differs in 3 objects; 1 the same.")
        .contains("change   Deployment shop/web (apps)")
        .contains("spec.replicas  5 -> 3")
        .contains("create   ConfigMap shop/settings")
        .contains("delete   Service shop/old  (only by a sync that prunes)")
        .contains("target checkout/us-1", "Nothing differs; 1 the same.")
        .contains("DIFFERS 1 of 2 targets.");
    assertThat(answer.code()).isZero();
    assertThat(desk.argo().requests()).allMatch(request -> request.method().equals("GET"));
  }

  @Test
  void aPromotionIsNamedByItsIdItsBeginningOrItsPlace() {
    desk.desk().promote("production");
    String all = diff("checkout/production").out();

    assertThat(diff("checkout-production").out()).isEqualTo(all);
    assertThat(diff("nothing/production").code()).isEqualTo(4);
    assertThat(diff("nothing/production").out()).contains("unknown-promotion");
  }

  @Test
  void aChangeIsLaidOverWhatLivesBeforeItIsPromoted() {
    manages("eu-1", 3, "a", 5, "a");
    manages("us-1", 3, "a", 3, "b");

    Desk.Answer answer = diff("checkout/production", "--artifact", Desk.IMAGE);

    assertThat(answer.out())
        .contains(
            "This promotion changes 1 object here; 0 the same. What lives -> what would live:")
        .contains("spec.replicas  5 -> 3  (differs already)\n")
        .containsPattern(
            "image  ghcr.io/acme/checkout@sha256:a+… -> ghcr.io/acme/checkout@sha256:b+…\n")
        .contains("lives    Deployment shop/checkout (apps) like that already")
        .contains("CHANGES 2 of 2 targets. Already now: DIFFERS 2 of 2 targets.");
    assertThat(answer.code()).isZero();
    assertThat(desk.argo().requests()).allMatch(request -> request.method().equals("GET"));
    assertThat(diff("checkout/production", "-a", Desk.IMAGE, "--output", "json").out())
        .contains(
            "\"changed\" : 2", "\"already\" : true", "\"already\" : false", "\"unknown\" : [ ]");
  }

  @Test
  void aPromotionThatHasWrittenNothingIsLaidOver() {
    manages("eu-1", 3, "a", 3, "a");
    manages("us-1", 3, "a", 3, "a");
    desk.desk().promote("production");

    assertThat(diff("checkout/production").out())
        .contains("This promotion changes 1 object here", "CHANGES 2 of 2 targets.");
  }

  @Test
  void aChangeThatIsTypedIsLookedAtWhateverWasPromotedThereBefore() {
    manages("eu-1", 3, "a", 3, "a");
    desk.desk().promote("production");
    String other = "ghcr.io/acme/checkout@sha256:" + "c".repeat(64);

    for (String place : List.of("checkout/production", "checkout-production")) {
      assertThat(diff(place, "--artifact", other, "--target", "eu-1").out())
          .containsPattern("image  .*sha256:a+… -> .*sha256:c+…\n");
    }
  }

  @Test
  void aChangeThatCannotBeMadeIsRefusedAsAPlanWouldBe() {
    Desk.Answer answer =
        diff("checkout/production", "--artifact", "ghcr.io/acme/other:1", "--target", "eu-1");

    assertThat(answer.code()).isEqualTo(4);
    assertThat(answer.out()).contains("REFUSED");
    assertThat(desk.argo().requests()).isEmpty();
    assertThat(diff("checkout/production", "--revision", "abc").code()).isEqualTo(2);
  }

  private void manages(String target, int replicas, String wanted, int living, String lives) {
    desk.argo()
        .app("checkout-" + target)
        .manages(new ManagedState(workload(replicas, wanted), workload(living, lives)));
  }

  private static String workload(int replicas, String digest) {
    return ("{'apiVersion':'apps/v1','kind':'Deployment','metadata':{'name':'checkout','namespace':'shop'},"
            + "'spec':{'replicas':%d,'template':{'spec':{'containers':[{'name':'checkout',"
            + "'image':'ghcr.io/acme/checkout@sha256:%s'}]}}}}")
        .formatted(replicas, digest.repeat(64))
        .replace('\'', '"');
  }

  @Test
  void aFieldThatSoundsLikeASecretIsNotShown() {
    desk.argo()
        .app("checkout-eu-1")
        .manages(
            new ManagedState(
                object("v1", "ConfigMap", "env", "'data':{'DB_PASSWORD':'hunter2','x':'1'}"),
                object("v1", "ConfigMap", "env", "'data':{'DB_PASSWORD':'hunter3','x':'2'}")));

    for (String form : List.of("text", "json")) {
      assertThat(diff("checkout/production", "--output", form).out())
          .contains("data.DB_PASSWORD", "data.x")
          .doesNotContain("hunter");
    }
  }

  @Test
  void oneTargetOrOneShardCanBePicked() {
    assertThat(diff("checkout/production", "--target", "us-1").out())
        .contains("target checkout/us-1", "SAME Nothing differs.")
        .doesNotContain("eu-1");
    assertThat(diff("checkout/production", "--shard", "us").out()).doesNotContain("target ");
    Desk.Answer unknown = diff("checkout/production", "--target", "eu-9");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).contains("unknown-target", "eu-1, us-1");
  }

  @Test
  void aTargetWithoutAnApplicationIsCalledThat() {
    desk.rule("{ name: us-1, shard: eu, order: 1 }", "{ name: us-1, shard: us, argo: none }");

    assertThat(diff("checkout/production").out())
        .contains("target checkout/us-1  no application")
        .contains("No Argo CD application follows it: what is in Git counts as live.");
  }

  @Test
  void whatOneApplicationRefusesLeavesTheOthersToBeShown() {
    desk.account().deny("applications", "get", "payments/checkout-us-1");

    Desk.Answer answer = diff("checkout/production");

    assertThat(answer.code()).isEqualTo(4);
    assertThat(answer.out())
        .contains("spec.replicas  5 -> 3")
        .contains("not asked  argo-forbidden")
        .contains("NOT ASKED 1 of 2 targets. DIFFERS 1 of 2 targets.");
  }

  @Test
  void aServerThatGivesNoAnswerIsNotAskedAboutEveryTarget() {
    desk.argo().failNext(1, Fault.proxyPage(200));

    Desk.Answer answer = diff("checkout/production");

    assertThat(answer.code()).isEqualTo(4);
    assertThat(answer.out()).contains("argo-not-argo-cd", "NOT ASKED 2 of 2 targets.");
    assertThat(desk.argo().requests()).hasSize(1);
  }

  @Test
  void theValuesOfASecretAreShownNowhere() {
    desk.argo()
        .app("checkout-eu-1")
        .manages(
            new ManagedState(
                object("v1", "Secret", "db", "'data':{'password':'bmV3'}"),
                object("v1", "Secret", "db", "'data':{'password':'b2xk'}")));

    for (String form : List.of("text", "json")) {
      assertThat(diff("checkout/production", "--output", form).out())
          .contains("data.password", "(hidden, another value)")
          .doesNotContain("bmV3", "b2xk");
    }
  }

  @Test
  void aLongDiffIsCutAndSaysHowMuchIsLeftOut() {
    List<ManagedState> many = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      many.add(ManagedState.missing(object("v1", "ConfigMap", "map-" + i, "'data':{}")));
    }
    StringBuilder live = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      live.append(i == 0 ? "" : ",").append("'k").append(i).append("':'").append("x".repeat(500));
      live.append("'");
    }
    many.add(
        0,
        new ManagedState(
            object("v1", "ConfigMap", "a", "'data':{}"),
            object("v1", "ConfigMap", "a", "'data':{" + live + "}")));
    desk.argo().app("checkout-eu-1").manages(many.toArray(ManagedState[]::new));

    String out = diff("checkout/production").out();

    assertThat(out).contains("and 4 more fields", "and 6 more objects");
    assertThat(out.lines()).allMatch(line -> line.length() < 250);
  }

  private Desk.Answer diff(String... arguments) {
    List<String> all = new ArrayList<>(List.of("argo", "diff"));
    all.addAll(List.of(arguments));
    return desk.desk().gatehouse(all.toArray(String[]::new));
  }

  private static String deployment(int replicas) {
    return object("apps/v1", "Deployment", "web", "'spec':{'replicas':" + replicas + "}");
  }

  private static String object(String version, String kind, String name, String rest) {
    return "{'apiVersion':'%s','kind':'%s','metadata':{'name':'%s','namespace':'shop'},%s}"
        .formatted(version, kind, name, rest)
        .replace('\'', '"');
  }
}
