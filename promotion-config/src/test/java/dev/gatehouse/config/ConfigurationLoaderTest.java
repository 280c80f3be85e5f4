package dev.gatehouse.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.change.ApplicationName;
import dev.gatehouse.config.settings.SecretReference;
import dev.gatehouse.identity.Grant;
import dev.gatehouse.identity.Scope;
import dev.gatehouse.identity.Verb;
import dev.gatehouse.policy.ControlModel;
import dev.gatehouse.policy.PromotionWindow;
import dev.gatehouse.policy.Quorum;
import dev.gatehouse.policy.Slice;
import dev.gatehouse.policy.StageDemands;
import dev.gatehouse.risk.ChangeClass;
import dev.gatehouse.risk.RiskLevel;
import dev.gatehouse.stage.PromotionPath;
import dev.gatehouse.stage.Shard;
import dev.gatehouse.stage.ShardName;
import dev.gatehouse.stage.Stage;
import dev.gatehouse.stage.StageName;
import dev.gatehouse.stage.Target;
import dev.gatehouse.stage.TargetName;
import dev.gatehouse.stage.Update;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConfigurationLoaderTest {
  private final LoadedConfiguration.Loaded full =
      Samples.loaded(Samples.loader().load(Samples.path("valid/full.yaml")));

  @Test
  void stagesTargetsAndUpdatesAreRead() {
    PromotionPath path = full.rulebook().path(new ApplicationName("checkout")).orElseThrow();
    assertThat(path.tier()).isEqualTo(1);
    assertThat(path.problems()).isEmpty();
    Stage production = path.stage(new StageName("production")).orElseThrow();
    assertThat(production.requires()).isEqualTo(Stage.Requires.ANY);
    Target eu2 = path.target(new TargetName("eu-2")).orElseThrow();
    assertThat(eu2.folder()).isEqualTo("apps/checkout/eu-2");
    assertThat(eu2.order()).isEqualTo(1);
    assertThat(eu2.repository().name()).isEqualTo("deploy");
    assertThat(eu2.updates())
        .extracting(Update::file)
        .containsExactly("apps/checkout/eu-2/kustomization.yaml", "apps/checkout/eu-2/values.yaml");
    Target gateway =
        full.rulebook()
            .path(new ApplicationName("gateway"))
            .orElseThrow()
            .target(new TargetName("eu-1"))
            .orElseThrow();
    assertThat(gateway.updates())
        .extracting(Update::kind)
        .containsExactly(
            Update.Kind.KUSTOMIZE_REF,
            Update.Kind.HELM_CHART,
            Update.Kind.ARGO_TARGET_REVISION,
            Update.Kind.DIRECTORY_SNAPSHOT);
  }

  @Test
  void whatAStageAsksForIsRead() {
    StageDemands demands =
        full.rulebook().demands(new ApplicationName("checkout"), new StageName("production"));
    assertThat(demands.soak()).isEqualTo(Duration.ofHours(36));
    assertThat(demands.bake().samples()).isEqualTo(100);
    assertThat(demands.windows()).containsExactly("working-hours");
    assertThat(demands.definitionOfDone().checks())
        .extracting(check -> check.blocksFrom())
        .containsExactly(
            Optional.of(Instant.parse("2027-01-31T00:00:00Z")),
            Optional.of(Instant.parse("2026-11-30T23:00:00Z")));
  }

  @Test
  void aControlModelKeepsWhatIsNotNamed() {
    ControlModel high = full.rulebook().models().of(ChangeClass.APPLICATION, RiskLevel.HIGH);
    assertThat(high.order())
        .containsExactly(Slice.count(1), Slice.percent(10), Slice.percent(50), Slice.REST);
    assertThat(high.name()).isEqualTo("APPLICATION HIGH");
    assertThat(high.wayBack()).isEqualTo(dev.gatehouse.policy.WayBack.REVERT);
    ControlModel low = full.rulebook().models().of(ChangeClass.APPLICATION, RiskLevel.LOW);
    assertThat(low).isEqualTo(Samples.plainModels().of(ChangeClass.APPLICATION, RiskLevel.LOW));
  }

  @Test
  void rolesOfTheApplicationGoBeforeRolesOfTheFile() {
    ControlModel controls =
        full.rulebook()
            .controls(
                full.rulebook().models().of(ChangeClass.APPLICATION, RiskLevel.HIGH),
                new ApplicationName("checkout"),
                new StageName("production"));
    assertThat(controls.approval().quorums())
        .contains(new Quorum(1, "owner", Set.of("checkout-team")));
    assertThat(full.rulebook().roles().get(new ApplicationName("gateway")).get("owner"))
        .containsExactly("release-managers");
  }

  @Test
  void peopleAndRightsAreRead() {
    assertThat(full.rulebook().directory().find("ALICE@example.com").orElseThrow().groups())
        .containsExactly("checkout-team", "platform", "release-managers");
    assertThat(full.rulebook().rights().grants().get(Verb.ADMINISTER))
        .containsExactly(new Grant(Set.of(), Scope.EVERYWHERE));
    assertThat(full.settings().defaultActor()).contains("alice");
  }

  @Test
  void anExceptionLeavesTheCornerOut() {
    List<PromotionWindow> yearEnd =
        full.rulebook().windows().stream().filter(w -> w.name().equals("year-end")).toList();
    StageName production = new StageName("production");
    assertThat(yearEnd)
        .noneMatch(w -> w.appliesTo(ChangeClass.APPLICATION, RiskLevel.LOW, production, Set.of()));
    for (ChangeClass changeClass : ChangeClass.values()) {
      for (RiskLevel level : RiskLevel.values()) {
        boolean excepted = changeClass == ChangeClass.APPLICATION && level == RiskLevel.LOW;
        assertThat(
                yearEnd.stream()
                    .anyMatch(w -> w.appliesTo(changeClass, level, production, Set.of())))
            .isEqualTo(!excepted);
      }
    }
    assertThat(yearEnd)
        .noneMatch(
            w ->
                w.appliesTo(
                    ChangeClass.MIGRATION, RiskLevel.HIGH, new StageName("staging"), Set.of()));
  }

  @Test
  void shardsAndSettingsAreRead() {
    assertThat(full.rulebook().shards().get(new ShardName("cn")).reach())
        .isEqualTo(Shard.Reach.VISIBLE_ONLY);
    assertThat(full.settings().ledger().password())
        .contains(new SecretReference.Environment("GATEHOUSE_LEDGER_PASSWORD"));
    assertThat(full.settings().repository("platform").commits().committer().name())
        .isEqualTo("Platform Bot");
    Path key = Samples.path("valid/full.yaml").resolveSibling("keys/id_ed25519");
    assertThat(full.settings().repository("platform").sshKey())
        .contains(new SecretReference.InFile(key));
  }
}
