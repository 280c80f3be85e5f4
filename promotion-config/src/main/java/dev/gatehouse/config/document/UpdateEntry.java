package dev.gatehouse.config.document;

import dev.gatehouse.config.problem.Place;
import dev.gatehouse.config.shape.ExactlyOne;
import dev.gatehouse.config.shape.Says;
import java.util.Optional;

/**
 * One edit of desired state, named by its kind.
 *
 * @param place where it is
 * @param kustomizeImage sets newTag or digest of an image in a kustomization
 * @param kustomizeRef sets ?ref= or ?version= of a remote resource, base or component in a
 *     kustomization
 * @param yamlValue sets the value at a path of a YAML file, such as a Helm value
 * @param helmChart sets the version of a Helm chart: in Chart.yaml, in helmCharts, or in a chart
 *     generator
 * @param argoTargetRevision sets targetRevision of an Argo CD Application
 * @param directorySnapshot makes a folder equal to another one, deletions included
 */
@Says("One edit of desired state, named by its kind.")
@ExactlyOne
public record UpdateEntry(
    Place place,
    @Says("Sets newTag or digest of an image in a kustomization.")
        Optional<KustomizeImageEntry> kustomizeImage,
    @Says("Sets ?ref= or ?version= of a remote resource, base or component in a kustomization.")
        Optional<KustomizeRefEntry> kustomizeRef,
    @Says("Sets the value at a path of a YAML file, such as a Helm value.")
        Optional<YamlValueEntry> yamlValue,
    @Says(
            "Sets the version of a Helm chart: in Chart.yaml, in helmCharts, or in a chart generator.")
        Optional<HelmChartEntry> helmChart,
    @Says("Sets targetRevision of an Argo CD Application.")
        Optional<ArgoTargetRevisionEntry> argoTargetRevision,
    @Says("Makes a folder equal to another one, deletions included.")
        Optional<DirectorySnapshotEntry> directorySnapshot) {}
