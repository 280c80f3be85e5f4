package dev.gatehouse.risk;

import static dev.gatehouse.change.Manifest.manifest;
import static dev.gatehouse.risk.Diffs.added;
import static dev.gatehouse.risk.Diffs.between;
import static dev.gatehouse.risk.Diffs.modified;
import static dev.gatehouse.risk.Diffs.removed;
import static dev.gatehouse.risk.Example.example;
import static dev.gatehouse.risk.WorkloadExamples.on;

import dev.gatehouse.change.Manifest;
import dev.gatehouse.change.ManifestDiff;
import java.util.List;
import java.util.Map;

final class CrossplaneExamples {
  static final String EXTERNAL = "metadata.annotations[crossplane.io/external-name]";
  static final List<String> SAFE = List.of("Create", "Observe", "Update", "LateInitialize");
  private static final String POLICIES = "spec.managementPolicies";
  private static final String PAUSED = "metadata.annotations[crossplane.io/paused]";
  private static final String LOSS = "migration CRITICAL, R3";
  private static final String OTHER = "migration CRITICAL, R2";
  private static final String AT_ONCE = "infrastructure HIGH, R1";
  private static final String XRD = "CompositeResourceDefinition";
  private static final String GROUP = "apiextensions.crossplane.io/v1";

  private CrossplaneExamples() {}

  static List<Example> all() {
    return java.util.stream.Stream.concat(managed().stream(), own().stream()).toList();
  }

  private static List<Example> managed() {
    return List.of(
        example("X1", LOSS, removed(bucket())).silentOn(removed(bucket().with(POLICIES, SAFE))),
        example("X1", LOSS, removed(bucket().with("spec.deletionPolicy", "Orphan"))),
        example("X2", LOSS, added(contradiction()))
            .silentOn(added(bucket().with("spec.deletionPolicy", "Orphan")))
            .silentOn(modified(contradiction(), contradiction().with("metadata.labels.team", "a"))),
        example("X3", LOSS, between(List.of(bucket()), List.of(next())))
            .silentOn(between(List.of(bucket()), List.of(next().with(POLICIES, SAFE))))
            .silentOn(added(next())),
        example(
            "X3", LOSS, between(List.of(bucket()), List.of(next().with(POLICIES, List.of("*"))))),
        example("X4", OTHER, modified(bucket().with(EXTERNAL, "a"), bucket().with(EXTERNAL, "b")))
            .silentOn(
                between(
                    List.of(bucket().with(EXTERNAL, "a")), List.of(next().with(EXTERNAL, "a")))),
        example("X4", OTHER, between(List.of(bucket().with(EXTERNAL, "a")), List.of(next()))),
        example("X4", OTHER, added(bucket().with(EXTERNAL, "a")))
            .silentOn(added(bucket().with(EXTERNAL, "a").with(POLICIES, List.of("Observe")))),
        example("X10", "infrastructure HIGH, R2", place("spec.forProvider.region"))
            .silentOn(place("spec.forProvider.tags")));
  }

  private static List<Example> own() {
    return List.of(
        example("X5", "infrastructure MEDIUM, R1", paused("false", "true"))
            .silentOn(place("metadata.annotations[acme.io/paused]")),
        example("X5", "migration HIGH, R1", paused("true", "false")),
        example("X6", AT_ONCE, composition()).silentOn(added(manifest(GROUP, "Composition", "x"))),
        example("X6", AT_ONCE, composition()).with(fleet(37, 3)),
        example("X6", "infrastructure MEDIUM, R1", composition()).with(fleet(0, 3)),
        example("X7", LOSS, removed(manifest(GROUP, XRD, "xdbs"))),
        example("X7", OTHER, on(GROUP, XRD, "spec.scope", "LegacyCluster", "Namespaced"))
            .silentOn(on(GROUP, XRD, "metadata.labels.team", "a", "b")),
        example("X7", OTHER, required(List.of(), List.of("size")))
            .silentOn(required(List.of("size"), List.of())),
        example("X8", AT_ONCE, config("a", "b"))
            .silentOn(added(manifest("aws.upbound.io/v1", "ProviderConfig", "c"))),
        example("X8", AT_ONCE, place("spec.providerConfigRef.name")),
        example("X8", AT_ONCE, added(next()))
            .silentOn(added(next().with("spec.providerConfigRef.name", "prod"))),
        example("X9", "infrastructure HIGH, R2", provider("v1.1", "v1.2"))
            .silentOn(added(manifest("pkg.crossplane.io/v1", "Provider", "aws"))));
  }

  static Manifest bucket() {
    return manifest("s3.aws.upbound.io/v1beta1", "Bucket", "orders")
        .with("spec.forProvider.region", "eu-west-1");
  }

  static Manifest next() {
    return manifest("s3.aws.m.upbound.io/v1beta1", "Bucket", "orders")
        .with("spec.forProvider.region", "eu-west-1")
        .in("apps/orders-v2.yaml");
  }

  static ManifestDiff composition() {
    return modified(
        manifest(GROUP, "Composition", "xpostgres").with("spec.instanceClass", "db.m5.large"),
        manifest(GROUP, "Composition", "xpostgres").with("spec.instanceClass", "db.m5.xlarge"));
  }

  static Fleet fleet(int automatic, int manual) {
    return new Fleet(Map.of("xpostgres", new Fleet.Composites("databases", automatic, manual, 9)));
  }

  private static Manifest contradiction() {
    return bucket()
        .with("spec.deletionPolicy", "Orphan")
        .with(POLICIES, List.of("Observe", "Delete"));
  }

  private static ManifestDiff place(String field) {
    return modified(bucket().with(field, "a"), bucket().with(field, "b"));
  }

  private static ManifestDiff paused(String before, String after) {
    return modified(bucket().with(PAUSED, before), bucket().with(PAUSED, after));
  }

  private static ManifestDiff required(List<String> before, List<String> after) {
    return on(GROUP, XRD, "spec.versions[v1].schema.openAPIV3Schema.required", before, after);
  }

  private static ManifestDiff config(String before, String after) {
    return on("aws.upbound.io/v1", "ProviderConfig", "spec.credentials.source", before, after);
  }

  private static ManifestDiff provider(String before, String after) {
    return on("pkg.crossplane.io/v1", "Provider", "spec.package", before, after);
  }
}
