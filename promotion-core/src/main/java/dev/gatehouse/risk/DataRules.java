package dev.gatehouse.risk;

import static dev.gatehouse.change.ObjectChange.Type.MODIFIED;
import static dev.gatehouse.change.ObjectChange.Type.REMOVED;
import static dev.gatehouse.risk.RiskLevel.CRITICAL;
import static dev.gatehouse.risk.RiskLevel.HIGH;
import static dev.gatehouse.risk.RuleBuilder.rule;

import java.util.List;

/** Volumes and the data on them. */
final class DataRules {
  private static final Severity MOVE = Severity.migration(HIGH, Reversibility.R2);
  private static final Severity LOSS = Severity.migration(CRITICAL, Reversibility.R3);

  private DataRules() {}

  static List<RiskRule> all() {
    return List.of(
        rule("S1", "a StatefulSet's volume claims; a claim that shrinks or changes its storage")
            .on("apps/StatefulSet")
            .when(MODIFIED)
            .field("spec.volumeClaimTemplates")
            .means(
                MOVE, "claims cannot be changed in place: the set is recreated and its data moved")
            .on("PersistentVolumeClaim")
            .when(MODIFIED)
            .field("spec.resources.requests.storage")
            .where(Amounts::shrinks)
            .means(MOVE, "a volume cannot shrink from {before} to {after}: its data must move")
            .on("PersistentVolumeClaim")
            .when(MODIFIED)
            .field("spec.storageClassName", "spec.volumeName", "spec.accessModes")
            .means(MOVE, "the volume changes from {before} to {after}: its data must move")
            .build(),
        rule("S2", "a volume or claim deleted, or no longer retained")
            .on("PersistentVolumeClaim", "PersistentVolume")
            .when(REMOVED)
            .means(LOSS, "is deleted, and the data on it with it")
            .on("PersistentVolume", "storage.k8s.io/StorageClass")
            .when(MODIFIED)
            .field("spec.persistentVolumeReclaimPolicy", "reclaimPolicy")
            .where(field -> ValueFields.becomes(field, "Delete"))
            .means(LOSS, "no longer retains: from now on releasing a claim deletes its data")
            .on("apps/StatefulSet")
            .when(MODIFIED)
            .field("spec.persistentVolumeClaimRetentionPolicy.*")
            .where(field -> ValueFields.becomes(field, "Delete"))
            .means(LOSS, "from now on the claims go when the set or its replicas go")
            .build());
  }
}
