package dev.gatehouse.risk;

import java.util.List;
import java.util.stream.Stream;

/** The examples of every rule; the first of each is in docs/reference/risk-rules.md. */
final class RuleExamples {
  private RuleExamples() {}

  static List<Example> all() {
    return Stream.of(
            ImageExamples.all(),
            WorkloadExamples.all(),
            DataExamples.all(),
            CrdExamples.all(),
            AccessExamples.all(),
            ArgoExamples.all(),
            CrossplaneExamples.all(),
            FileExamples.all(),
            FallbackExamples.all())
        .flatMap(List::stream)
        .toList();
  }
}
