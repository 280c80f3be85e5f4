package dev.gatehouse.argocd.client;

import dev.gatehouse.argocd.model.ApplicationRef;
import dev.gatehouse.argocd.model.ResourceRef;
import dev.gatehouse.http.ApiCall;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Which lines of which logs. Immutable.
 *
 * @param pod only this pod
 * @param object only pods that belong to this object, a Deployment for example
 * @param container the container; needed where a pod has several
 * @param tail only so many last lines of each pod
 * @param since only what is not older, in whole seconds
 * @param until nothing later
 * @param filter only lines with this text, or without it after a {@code !}
 * @param matchCase whether the letter case of the filter counts
 * @param previous the log of the container before it was started again
 */
public record LogQuery(
    Optional<String> pod,
    Optional<ResourceRef> object,
    Optional<String> container,
    Optional<Long> tail,
    Optional<Duration> since,
    Optional<Instant> until,
    Optional<String> filter,
    boolean matchCase,
    boolean previous) {
  /** Refuses a pod beside an object, and numbers that the server would take for no limit. */
  public LogQuery {
    if (pod.isPresent() && object.isPresent()) {
      throw new IllegalArgumentException("a log is asked for by pod or by object, not by both");
    }
    if (tail.filter(lines -> lines < 1).isPresent()
        || since.filter(time -> time.toSeconds() < 1).isPresent()) {
      throw new IllegalArgumentException("at least one line and one second of a log");
    }
  }

  /** Every line of every pod of the application. */
  public static LogQuery all() {
    return builder().build();
  }

  /** Every line of every pod of the application, to begin with. */
  public static Builder builder() {
    return new Builder();
  }

  /** The request for the log of this application. */
  public ApiCall call(ApplicationRef ref) {
    return Refs.call("GET", ref, "logs")
        .with("podName", pod)
        .with("namespace", object.map(ResourceRef::namespace).filter(text -> !text.isEmpty()))
        .with("group", object.map(ResourceRef::group).filter(text -> !text.isEmpty()))
        .with("kind", object.map(ResourceRef::kind))
        .with("resourceName", object.map(ResourceRef::name))
        .with("container", container)
        .with("tailLines", tail.map(String::valueOf))
        .with("sinceSeconds", since.map(time -> String.valueOf(time.toSeconds())))
        .with("untilTime", until.map(Instant::toString))
        .with("filter", filter)
        .with("matchCase", Optional.of("true").filter(yes -> matchCase))
        .with("previous", Optional.of("true").filter(yes -> previous));
  }

  /** Collects the parts; for one thread. */
  public static final class Builder {
    private Optional<String> pod = Optional.empty();
    private Optional<ResourceRef> object = Optional.empty();
    private Optional<String> container = Optional.empty();
    private Optional<Long> tail = Optional.empty();
    private Optional<Duration> since = Optional.empty();
    private Optional<Instant> until = Optional.empty();
    private Optional<String> filter = Optional.empty();
    private boolean matchCase;
    private boolean previous;

    private Builder() {}

    /** Only this pod. */
    public Builder pod(String name) {
      pod = Optional.of(name);
      return this;
    }

    /** Only pods that belong to this object. */
    public Builder object(ResourceRef owner) {
      object = Optional.of(owner);
      return this;
    }

    /** Only this container. */
    public Builder container(String name) {
      container = Optional.of(name);
      return this;
    }

    /** Only so many last lines of each pod. */
    public Builder tail(long lines) {
      tail = Optional.of(lines);
      return this;
    }

    /** Only what is not older. */
    public Builder since(Duration age) {
      since = Optional.of(age);
      return this;
    }

    /** Nothing later. */
    public Builder until(Instant end) {
      until = Optional.of(end);
      return this;
    }

    /**
     * Only lines with this text, in any letter case.
     *
     * @throws IllegalArgumentException when it begins with {@code !}, which the server reads as not
     */
    public Builder containing(String text) {
      if (text.startsWith("!")) {
        throw new IllegalArgumentException("a filter cannot begin with '!'");
      }
      filter = Optional.of(text);
      return this;
    }

    /** Only lines without this text. */
    public Builder without(String text) {
      filter = Optional.of("!" + text);
      return this;
    }

    /** Lets the letter case of the filter count. */
    public Builder matchCase(boolean wanted) {
      matchCase = wanted;
      return this;
    }

    /** The log of the container before it was started again. */
    public Builder previous(boolean wanted) {
      previous = wanted;
      return this;
    }

    /** The query. */
    public LogQuery build() {
      return new LogQuery(pod, object, container, tail, since, until, filter, matchCase, previous);
    }
  }
}
