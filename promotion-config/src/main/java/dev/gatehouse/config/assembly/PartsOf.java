package dev.gatehouse.config.assembly;

import dev.gatehouse.config.document.ApprovalsEntry;
import dev.gatehouse.config.document.BakeEntry;
import dev.gatehouse.config.document.CheckEntry;
import dev.gatehouse.config.document.DoneEntry;
import dev.gatehouse.config.document.EvidenceEntry;
import dev.gatehouse.config.document.RollbacksEntry;
import dev.gatehouse.config.problem.ProblemCodes;
import dev.gatehouse.config.problem.Problems;
import dev.gatehouse.config.shape.Listing;
import dev.gatehouse.config.shape.Located;
import dev.gatehouse.evidence.Bound;
import dev.gatehouse.evidence.CheckName;
import dev.gatehouse.evidence.Evidence;
import dev.gatehouse.evidence.EvidenceDemand;
import dev.gatehouse.evidence.SourceName;
import dev.gatehouse.policy.ApprovalRule;
import dev.gatehouse.policy.Bake;
import dev.gatehouse.policy.DefinitionOfDone;
import dev.gatehouse.policy.Quorum;
import dev.gatehouse.policy.RollbackRules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Makes the parts that control models and stages have in common. */
record PartsOf(Names names, Problems problems, DefinedNames known) {
  /** A second person looks, unless the file says otherwise. */
  private static final ApprovalRule BY_OTHERS =
      new ApprovalRule(List.of(), true, ApprovalRule.NONE.validFor());

  /** Returns the bake with its gaps filled. */
  Bake bake(Optional<BakeEntry> written, Bake fallback) {
    return written
        .map(
            entry ->
                new Bake(
                    entry.time().orElse(fallback.time()),
                    entry.samples().orElse(fallback.samples()),
                    entry.health().or(fallback::health)))
        .orElse(fallback);
  }

  /** Returns the rule with its gaps filled. */
  ApprovalRule approval(Optional<ApprovalsEntry> written, ApprovalRule fallback) {
    return written
        .map(
            entry ->
                new ApprovalRule(
                    entry.quorums().map(PartsOf::quorums).orElse(fallback.quorums()),
                    entry.separationOfDuties().orElse(fallback.separationOfDuties()),
                    entry.validFor().orElse(fallback.validFor())))
        .orElse(fallback);
  }

  /** Returns what a rollback asks for. */
  RollbackRules rollback(Optional<RollbacksEntry> written) {
    RollbackRules fallback = RollbackRules.DEFAULT;
    return written
        .map(
            entry ->
                new RollbackRules(
                    entry.approvals().isEmpty()
                        ? fallback.approval()
                        : approval(entry.approvals(), BY_OTHERS),
                    entry.keepWindows().orElse(fallback.keepsWindows())))
        .orElse(fallback);
  }

  private static List<Quorum> quorums(Listing<Located<Quorum>> written) {
    return written.stream().map(Located::value).toList();
  }

  /** Returns the facts, or the ones to fall back on. */
  List<EvidenceDemand> evidence(
      Optional<Listing<EvidenceEntry>> written, List<EvidenceDemand> fallback) {
    return written
        .map(
            entries ->
                entries.stream()
                    .map(
                        entry ->
                            demand(
                                entry.check(),
                                entry.maxAge(),
                                bound(entry.atLeast(), entry.atMost()),
                                entry.attested(),
                                entry.sources()))
                    .toList())
        .orElse(fallback);
  }

  private static Optional<Bound> bound(Optional<Double> atLeast, Optional<Double> atMost) {
    return atLeast.isEmpty() && atMost.isEmpty()
        ? Optional.empty()
        : Optional.of(new Bound(atLeast, atMost));
  }

  /** Returns the names of windows that exist. */
  Set<String> windows(Listing<Located<String>> written) {
    Set<String> all = new TreeSet<>();
    for (Located<String> window : written) {
      names.known("window", window, known.windows(), known.allWindows());
      all.add(window.value());
    }
    return all;
  }

  /** Returns the definition of done. */
  DefinitionOfDone done(Optional<DoneEntry> written) {
    return written
        .map(
            entry ->
                new DefinitionOfDone(
                    entry.checks().stream()
                        .map(check -> check(check, entry.blocksFrom()))
                        .toList()))
        .orElse(DefinitionOfDone.NONE);
  }

  private EvidenceDemand demand(
      Located<String> check,
      Optional<Duration> maxAge,
      Optional<Bound> bound,
      Optional<Boolean> attested,
      Listing<Located<String>> sources) {
    boolean stated = attested.orElse(false);
    if (stated && bound.isPresent()) {
      problems.add(
          check.place(),
          ProblemCodes.WRONG_COMBINATION,
          "The check '" + check.value() + "' asks for a statement and for a number.",
          "Remove `attested`, or remove `atLeast` and `atMost`.");
    }
    Set<SourceName> trusted = new TreeSet<>();
    sources.forEach(name -> trusted.add(SourceName.of(name.value().toLowerCase(Locale.ROOT))));
    return new EvidenceDemand(
        CheckName.of(check.value()),
        maxAge,
        bound,
        stated ? Optional.of(Evidence.Kind.ATTESTATION) : Optional.empty(),
        trusted);
  }

  private DefinitionOfDone.Check check(CheckEntry entry, Optional<Instant> blocksFrom) {
    return new DefinitionOfDone.Check(
        demand(
            entry.check(),
            entry.maxAge(),
            bound(entry.atLeast(), entry.atMost()),
            entry.attested(),
            entry.sources()),
        entry.blocksFrom().or(() -> blocksFrom));
  }
}
