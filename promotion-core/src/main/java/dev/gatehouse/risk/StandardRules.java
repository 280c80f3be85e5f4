package dev.gatehouse.risk;

import java.util.List;
import java.util.stream.Stream;

/** The rules that Gatehouse brings, by family; docs/reference/risk-rules.md lists them. */
public final class StandardRules {
  private StandardRules() {}

  /** Returns every rule, in the order of the reference page. */
  public static List<RiskRule> all(KnownKinds kinds) {
    return Stream.of(
            ImageRules.all(),
            WorkloadRules.all(),
            MigrationRules.all(),
            DataRules.all(),
            NamespaceRules.all(),
            CrdRules.all(),
            AccessRules.all(),
            ArgoRules.all(),
            ManagedRules.all(),
            CrossplaneRules.all(),
            FileRules.all(),
            FallbackRules.all(kinds))
        .flatMap(List::stream)
        .toList();
  }
}
