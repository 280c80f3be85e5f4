package dev.gatehouse.argo;

import dev.gatehouse.argo.analysis.AnalysisVerdict;
import dev.gatehouse.argo.application.ArgoApplication;
import dev.gatehouse.evidence.CheckName;
import dev.gatehouse.evidence.Evidence;
import dev.gatehouse.evidence.Evidence.Condition.Status;
import dev.gatehouse.evidence.KnownChecks;
import dev.gatehouse.evidence.SourceName;
import dev.gatehouse.evidence.Subject;
import dev.gatehouse.http.ApiException;
import dev.gatehouse.reason.PlatformException;
import dev.gatehouse.reason.SafeText;
import dev.gatehouse.spi.EvidenceAnswer;
import dev.gatehouse.spi.EvidenceRequest;
import dev.gatehouse.spi.EvidenceSource;
import dev.gatehouse.spi.WrittenRevision;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Says of each written target whether the analysis runs of its application succeeded.
 *
 * <p>It asks Argo CD about as many targets as one call has time for and begins with another one
 * each time. Of a shard that this process cannot reach it says nothing: another process may know.
 * Thread-safe.
 */
final class AnalysisEvidence implements EvidenceSource {
  static final CheckName CHECK = KnownChecks.named("bake.analysis");
  private static final Duration BUDGET = Duration.ofSeconds(15);
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Duration LATER = Duration.ofMinutes(1);
  private static final int LONGEST = 300;
  private final ArgoCdParts parts;
  private final AnalysisReader reader;

  AnalysisEvidence(ArgoCdParts parts) {
    this.parts = parts;
    this.reader = new AnalysisReader(parts.ancestry());
  }

  @Override
  public SourceName name() {
    return ArgoApplication.SOURCE;
  }

  @Override
  public boolean knows(CheckName check) {
    return CHECK.equals(check);
  }

  @Override
  public EvidenceAnswer ask(EvidenceRequest request) {
    if (!request.checks().contains(CHECK)) {
      return EvidenceAnswer.of(List.of());
    }
    List<WrittenRevision> written = rotated(request);
    List<Evidence> facts = new ArrayList<>();
    long end = System.nanoTime() + BUDGET.toNanos();
    for (WrittenRevision revision : written) {
      if (System.nanoTime() - end > 0) {
        break;
      }
      verdict(revision).map(verdict -> fact(revision, verdict, request)).ifPresent(facts::add);
    }
    boolean isKnown = facts.size() == written.size() && facts.stream().allMatch(this::isKnown);
    Duration pause = isKnown ? LATER : SOON;
    return new EvidenceAnswer(facts, Optional.of(request.now().plus(pause)));
  }

  /** So that a call which runs out of time does not leave out the same targets every time. */
  private static List<WrittenRevision> rotated(EvidenceRequest request) {
    List<WrittenRevision> followed =
        new ArrayList<>(
            request.written().stream()
                .filter(one -> ArgoApplication.following(one.target()).isPresent())
                .toList());
    if (followed.size() > 1) {
      int first = (int) Math.floorMod(request.now().getEpochSecond(), (long) followed.size());
      Collections.rotate(followed, -first);
    }
    return followed;
  }

  private Optional<AnalysisVerdict> verdict(WrittenRevision written) {
    ArgoCdShard shard;
    try {
      shard = parts.shard().apply(written.target().shard());
    } catch (PlatformException unreachable) {
      return Optional.empty();
    }
    try {
      return Optional.of(reader.read(shard.client(), ArgoRevision.of(written)));
    } catch (ApiException e) {
      String why = SafeText.cut(SafeText.line(e.reason().what()), LONGEST);
      return Optional.of(AnalysisVerdict.unknown("Argo CD gave no answer: " + why));
    }
  }

  private Evidence fact(WrittenRevision written, AnalysisVerdict verdict, EvidenceRequest request) {
    Subject subject =
        Subject.of(request.plan().change().application(), request.stage())
            .at(written.target().name())
            .at(written.revision());
    return new Evidence.Condition(
        CHECK, name(), request.now(), verdict.status(), verdict.detail(), Optional.of(subject));
  }

  private boolean isKnown(Evidence fact) {
    return fact instanceof Evidence.Condition condition && condition.status() != Status.UNKNOWN;
  }
}
