package dev.gatehouse.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.change.ApplicationName;
import dev.gatehouse.config.controlplane.ControlPlaneFormat;
import dev.gatehouse.config.controlplane.Fleet;
import dev.gatehouse.stage.ControlPlaneKind;
import dev.gatehouse.stage.ControlPlaneSettings;
import dev.gatehouse.stage.Target;
import dev.gatehouse.stage.TargetName;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ControlPlaneKeysTest {
  private static final ControlPlaneKind FLEET = new ControlPlaneKind("fleet");
  private static final String FILE =
      """
      apiVersion: gatehouse.dev/v1
      repositories: [{name: deploy, url: "https://git.example.com/acme/deploy.git"}]
      shards:
        - {name: eu, fleet: {pier: 7}}
        - name: bare
      applications:
        - name: checkout
          folder: apps/{target}
          shard: eu
          updates: [{yamlValue: {file: "apps/{target}/values.yaml", path: image.tag, from: tag}}]
          fleet: "{application}-{target}"
          stages:
            - name: production
              targets:
                - one
                - %s
      """;

  @Test
  void aKindThatNobodyKnewIsReadAtShardsAndAtTheNearestLevelOfATarget() {
    LoadedConfiguration.Loaded loaded =
        Samples.loaded(read("{name: two, fleet: {ship: big, crew: 3}}", new Fleet("fleet")));

    assertThat(said(loaded, "one")).contains(new Fleet.Ship(FLEET, "checkout-one", 1));
    assertThat(said(loaded, "two")).contains(new Fleet.Ship(FLEET, "big", 3));
    assertThat(loaded.settings().controlPlane("eu", Fleet.Harbour.class))
        .contains(new Fleet.Harbour(FLEET, 7));
    assertThat(loaded.settings().controlPlane("bare", Fleet.Harbour.class)).isEmpty();
  }

  @Test
  void noneTakesAwayWhatALevelAboveSays() {
    LoadedConfiguration.Loaded loaded =
        Samples.loaded(read("{name: two, shard: bare, fleet: none}", new Fleet("fleet")));

    assertThat(said(loaded, "two")).isEmpty();
  }

  @Test
  void anotherKindAtANearerLevelTakesTheTargetOver() {
    LoadedConfiguration.Loaded loaded =
        Samples.loaded(
            read(
                "{name: two, armada: small}",
                FILE.replace("pier: 7}", "pier: 7}, armada: {pier: 8}"),
                new Fleet("fleet"),
                new Fleet("armada")));

    assertThat(said(loaded, "one").map(ControlPlaneSettings::kind)).contains(FLEET);
    assertThat(said(loaded, "two"))
        .contains(new Fleet.Ship(new ControlPlaneKind("armada"), "small", 1));
  }

  @Test
  void twoKindsAtOneLevelAreRefused() {
    assertThat(report("{name: two, fleet: a, armada: b}", new Fleet("fleet"), new Fleet("armada")))
        .contains("Two control planes would follow one target: fleet, armada.")
        .contains("targets[1].armada");
  }

  @Test
  void aKindNotesItsOwnMistakesAtItsOwnPlace() {
    assertThat(report("{name: two, fleet: {ship: big, crew: 30}}", new Fleet("fleet")))
        .contains("applications[0].stages[0].targets[1].fleet.crew");
    assertThat(report("{name: two, shard: bare}", new Fleet("fleet")))
        .contains("The shard 'bare' has no harbour.");
  }

  @Test
  void aKindSeesAllOfItsTargets() {
    assertThat(report("{name: two, fleet: checkout-one}", new Fleet("fleet")))
        .contains("Two targets are on one ship.");
  }

  @Test
  void aKindThatIsNotInstalledIsAnUnknownKey() {
    assertThat(report("two")).contains("'fleet'").contains("unknown-key");
  }

  @Test
  void theSchemaHasTheKeysOfTheInstalledKinds() {
    assertThat(GatehouseSchema.text(List.of(new Fleet("fleet"))))
        .contains(
            "\"fleet\": {", "\"#/definitions/Ship\"", "\"Harbour\": {", "How many are aboard.");
    assertThat(GatehouseSchema.text(List.of())).doesNotContain("fleet");
  }

  private static Optional<ControlPlaneSettings> said(
      LoadedConfiguration.Loaded loaded, String target) {
    return loaded
        .rulebook()
        .path(new ApplicationName("checkout"))
        .orElseThrow()
        .target(new TargetName(target))
        .flatMap(Target::controlPlane);
  }

  private static String report(String second, ControlPlaneFormat<?, ?>... kinds) {
    return ((LoadedConfiguration.Invalid) read(second, kinds)).report();
  }

  private static LoadedConfiguration read(String second, ControlPlaneFormat<?, ?>... kinds) {
    return read(second, FILE, kinds);
  }

  private static LoadedConfiguration read(
      String second, String file, ControlPlaneFormat<?, ?>... kinds) {
    return new ConfigurationLoader(Samples.plainModels(), List.of(kinds))
        .load("gatehouse.yaml", file.formatted(second), Path.of("."));
  }
}
