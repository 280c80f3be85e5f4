package dev.gatehouse.risk;

import dev.gatehouse.change.FieldPattern;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Where the pod of a workload is: in a Pod, under a template, or under a CronJob's job. */
final class PodFields {
  private static final List<String> PODS =
      List.of("spec.", "spec.template.spec.", "spec.jobTemplate.spec.template.spec.");

  private PodFields() {}

  /** Returns the patterns of these fields in every kind of workload. */
  static List<FieldPattern> of(String... fields) {
    return names(fields).map(FieldPattern::of).toList();
  }

  /** Returns the same patterns as text, for {@link RuleBuilder.Clause#field}. */
  static String[] in(String... fields) {
    return names(fields).toArray(String[]::new);
  }

  private static Stream<String> names(String... fields) {
    return PODS.stream().flatMap(pod -> Arrays.stream(fields).map(field -> pod + field));
  }
}
