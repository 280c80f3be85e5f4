package dev.gatehouse.argocd.model;

import com.fasterxml.jackson.annotation.JsonAlias;
import dev.gatehouse.http.Given;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A generator of applications and its rolling sync. */
public record ApplicationSet(ObjectMeta metadata, Spec spec, Status status) {
  private static final Spec NO_SPEC = new Spec(Optional.empty());
  private static final Status NO_STATUS = new Status(List.of(), List.of());

  /** Refuses an answer that names none. */
  public ApplicationSet {
    if (metadata == null) {
      throw new IllegalArgumentException("the answer has no metadata");
    }
    spec = Given.or(spec, NO_SPEC);
    status = Given.or(status, NO_STATUS);
  }

  /** What it should be; the generators are left out. */
  public record Spec(Optional<RolloutStrategy> strategy) {}

  /**
   * How its applications are synced.
   *
   * @param type {@code AllAtOnce} or {@code RollingSync}
   */
  public record RolloutStrategy(
      String type, Optional<RollingSync> rollingSync, Optional<String> deletionOrder) {
    /** Fills what is missing. */
    public RolloutStrategy {
      type = Given.text(type);
    }
  }

  /** The steps, in order. */
  public record RollingSync(List<RollingStep> steps) {
    /** Copies the list. */
    public RollingSync {
      steps = Given.list(steps);
    }
  }

  /**
   * Some applications, by their labels.
   *
   * @param maxUpdate a number or a percentage; 0 waits for a person
   */
  public record RollingStep(List<LabelMatch> matchExpressions, Optional<String> maxUpdate) {
    /** Copies the list. */
    public RollingStep {
      matchExpressions = Given.list(matchExpressions);
    }
  }

  /** A condition on a label; the operator is {@code In} or {@code NotIn}. */
  public record LabelMatch(String key, String operator, List<String> values) {
    /** Copies the list and fills what is missing. */
    public LabelMatch {
      key = Given.text(key);
      operator = Given.text(operator);
      values = Given.list(values);
    }
  }

  /** What Argo CD has seen of it. */
  public record Status(List<Step> applicationStatus, List<Condition> conditions) {
    /** Copies the lists. */
    public Status {
      applicationStatus = Given.list(applicationStatus);
      conditions = Given.list(conditions);
    }
  }

  /**
   * Where one application is in the rolling sync.
   *
   * @param status {@code Waiting}, {@code Pending}, {@code Progressing} or {@code Healthy}
   */
  public record Step(
      String application,
      String status,
      String step,
      String message,
      @JsonAlias("targetrevisions") List<String> targetRevisions,
      Optional<Instant> lastTransitionTime) {
    /** Copies the list and fills what is missing. */
    public Step {
      application = Given.text(application);
      status = Given.text(status);
      step = Given.text(step);
      message = Given.text(message);
      targetRevisions = Given.list(targetRevisions);
    }
  }
}
