package dev.gatehouse.testkit.argo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An application as it is when a test begins: synced and healthy unless said otherwise.
 *
 * <p>Immutable; each method returns a changed copy. A repository or branch that is not known yet
 * gets a first commit when the application is added.
 *
 * @param name unique in its namespace
 * @param namespace where the Application object lives
 * @param project the AppProject; made if it is not there
 * @param sources one, or several for a multi-source application
 * @param labels of the Application object
 * @param annotations of the Application object
 * @param sync how automated synchronisation is set
 * @param deployed whether the target revision is live already
 */
public record ApplicationSeed(
    String name,
    String namespace,
    String project,
    List<SourceSeed> sources,
    Map<String, String> labels,
    Map<String, String> annotations,
    SyncMode sync,
    boolean deployed) {
  /** The repository of applications that name no other. */
  public static final String REPOSITORY = "https://git.example.com/deploy.git";

  /** How automated synchronisation is set. */
  public enum SyncMode {
    /** No automated block at all. */
    MANUAL,
    /** An automated block with {@code enabled: false}. */
    SWITCHED_OFF,
    /** New commits are synced. */
    AUTOMATED,
    /** New commits are synced, and drift is healed. */
    SELF_HEALING
  }

  /**
   * Where manifests come from.
   *
   * @param repository its URL
   * @param path below the root of the repository
   * @param targetRevision a branch, a tag or a full SHA
   */
  public record SourceSeed(String repository, String path, String targetRevision) {}

  /** Copies lists and maps. */
  public ApplicationSeed {
    sources = List.copyOf(sources);
    labels = Map.copyOf(labels);
    annotations = Map.copyOf(annotations);
  }

  /** Returns an application of the default project that is synced by hand from branch main. */
  public static ApplicationSeed named(String name) {
    SourceSeed source = new SourceSeed(REPOSITORY, "apps/" + name, "main");
    return new ApplicationSeed(
        name, "argocd", "default", List.of(source), Map.of(), Map.of(), SyncMode.MANUAL, true);
  }

  /** Puts it into this project. */
  public ApplicationSeed inProject(String other) {
    return new ApplicationSeed(
        name, namespace, other, sources, labels, annotations, sync, deployed);
  }

  /** Puts the object into this namespace. */
  public ApplicationSeed inNamespace(String other) {
    return new ApplicationSeed(name, other, project, sources, labels, annotations, sync, deployed);
  }

  /** Takes its manifests from here, and from nowhere else. */
  public ApplicationSeed from(String repository, String path, String targetRevision) {
    return sourced(List.of(new SourceSeed(repository, path, targetRevision)));
  }

  /** Adds a further source, which makes it a multi-source application. */
  public ApplicationSeed andFrom(String repository, String path, String targetRevision) {
    List<SourceSeed> more = new ArrayList<>(sources);
    more.add(new SourceSeed(repository, path, targetRevision));
    return sourced(more);
  }

  /** Adds a label. */
  public ApplicationSeed labelled(String key, String value) {
    return new ApplicationSeed(
        name, namespace, project, sources, and(labels, key, value), annotations, sync, deployed);
  }

  /** Adds an annotation. */
  public ApplicationSeed annotated(String key, String value) {
    return new ApplicationSeed(
        name, namespace, project, sources, labels, and(annotations, key, value), sync, deployed);
  }

  /** Sets how automated synchronisation is set. */
  public ApplicationSeed synced(SyncMode other) {
    return new ApplicationSeed(
        name, namespace, project, sources, labels, annotations, other, deployed);
  }

  /** Leaves it as it is before its first synchronisation: OutOfSync, Missing, without history. */
  public ApplicationSeed neverSynced() {
    return new ApplicationSeed(name, namespace, project, sources, labels, annotations, sync, false);
  }

  private ApplicationSeed sourced(List<SourceSeed> other) {
    return new ApplicationSeed(
        name, namespace, project, other, labels, annotations, sync, deployed);
  }

  private static Map<String, String> and(Map<String, String> map, String key, String value) {
    Map<String, String> more = new TreeMap<>(map);
    more.put(key, value);
    return more;
  }
}
