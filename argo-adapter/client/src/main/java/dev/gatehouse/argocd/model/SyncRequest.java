package dev.gatehouse.argocd.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gatehouse.http.Given;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks for a sync. Immutable; {@link #builder()} starts with a full sync with hooks that prunes
 * nothing.
 *
 * @param revision the commit; always send the full one, or a stale one may survive
 * @param revisions the commits of several sources, one for each position
 * @param sourcePositions the sources they belong to, counted from 1
 * @param prune whether objects that are no longer needed are deleted; not taken from the spec
 * @param manifests manifests to apply instead of the repository's
 * @param strategy with or without hooks; with them when missing
 * @param resources the objects of a partial sync; hooks do not run then
 * @param syncOptions takes the place of the spec's options altogether; missing keeps them
 * @param retryStrategy missing takes the spec's
 * @param infos notes on the operation; our own id belongs here
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SyncRequest(
    Optional<String> revision,
    List<String> revisions,
    List<Long> sourcePositions,
    boolean prune,
    boolean dryRun,
    List<String> manifests,
    Optional<SyncStrategy> strategy,
    List<ResourceRef> resources,
    Optional<SyncOptions> syncOptions,
    Optional<RetryStrategy> retryStrategy,
    List<Info> infos) {
  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException when there is not one position for each revision, which some
   *     servers answer by falling over
   */
  public SyncRequest {
    revisions = Given.list(revisions);
    sourcePositions = Given.list(sourcePositions);
    manifests = Given.list(manifests);
    resources = Given.list(resources);
    infos = Given.list(infos);
    if (revisions.size() != sourcePositions.size()) {
      throw new IllegalArgumentException(
          "%d revisions need as many source positions, not %d"
              .formatted(revisions.size(), sourcePositions.size()));
    }
    if (sourcePositions.stream().anyMatch(position -> position < 1)) {
      throw new IllegalArgumentException("source positions count from 1: " + sourcePositions);
    }
  }

  /** The options of a sync. */
  public record SyncOptions(List<String> items) {
    /** Copies the list. */
    public SyncOptions {
      items = Given.list(items);
    }
  }

  /** A full sync of this revision with hooks. */
  public static Builder to(String revision) {
    return builder().revision(revision);
  }

  /** A full sync with hooks. */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects the parts of a request; for one thread. */
  public static final class Builder {
    private Optional<String> revision = Optional.empty();
    private final List<String> revisions = new ArrayList<>();
    private final List<Long> positions = new ArrayList<>();
    private boolean prune;
    private boolean dryRun;
    private List<String> manifests = List.of();
    private Optional<SyncStrategy> strategy = Optional.empty();
    private List<ResourceRef> resources = List.of();
    private Optional<SyncOptions> options = Optional.empty();
    private Optional<RetryStrategy> retry = Optional.empty();
    private final List<Info> infos = new ArrayList<>();

    private Builder() {}

    /** The commit of a single source. */
    public Builder revision(String commit) {
      revision = Optional.of(commit);
      return this;
    }

    /** The commit of one of several sources, by its position from 1. */
    public Builder revision(long position, String commit) {
      positions.add(position);
      revisions.add(commit);
      return this;
    }

    /** Deletes what is no longer needed. */
    public Builder prune(boolean wanted) {
      prune = wanted;
      return this;
    }

    /** Only tries. */
    public Builder dryRun(boolean wanted) {
      dryRun = wanted;
      return this;
    }

    /** Takes these manifests instead of the repository's. */
    public Builder manifests(List<String> texts) {
      manifests = texts;
      return this;
    }

    /** With or without hooks. */
    public Builder strategy(SyncStrategy wanted) {
      strategy = Optional.of(wanted);
      return this;
    }

    /** Only these objects. */
    public Builder resources(List<ResourceRef> wanted) {
      resources = wanted;
      return this;
    }

    /** These options and none of the spec's. */
    public Builder syncOptions(List<String> items) {
      options = Optional.of(new SyncOptions(items));
      return this;
    }

    /** Tries again like this. */
    public Builder retry(RetryStrategy wanted) {
      retry = Optional.of(wanted);
      return this;
    }

    /** Writes something down. */
    public Builder info(String name, String value) {
      infos.add(new Info(name, value));
      return this;
    }

    /** The request. */
    public SyncRequest build() {
      return new SyncRequest(
          revision, revisions, positions, prune, dryRun, manifests, strategy, resources, options,
          retry, infos);
    }
  }
}
