package dev.gatehouse.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.policy.ApprovalRule;
import dev.gatehouse.policy.Quorum;
import dev.gatehouse.policy.RollbackRules;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RollbackKeysTest {
  private static final String RULES =
      """
      apiVersion: gatehouse.dev/v1
      repositories: [{name: deploy, url: https://git.example.com/acme/deploy.git}]
      shards: [{name: eu}]
      applications:
        - name: checkout
          folder: apps/checkout/{target}
          updates:
            - kustomizeImage: {file: "apps/checkout/{target}/k.yaml", image: checkout, from: digest}
          stages:
            - {name: production, shard: eu, targets: [eu-1]}
      """;

  @Test
  void aRollbackAsksForNothingWhereTheFileSaysNothing() {
    assertThat(rollback("")).isEqualTo(RollbackRules.DEFAULT);
  }

  @Test
  void theFileSaysWhoApprovesARollbackAndSomeoneElseThanTheProposerDoes() {
    ApprovalRule rule = rollback("rollbacks: {approvals: 1 of owner}\n").approval();
    assertThat(rule.quorums()).extracting(Quorum::label).containsExactly("1 of owner");
    assertThat(rule.separationOfDuties()).isTrue();
  }

  @Test
  void theFileMayLetTheProposerApproveARollback() {
    String own = "rollbacks: {approvals: {quorums: 1 of owner, separationOfDuties: false}}\n";
    assertThat(rollback(own).approval().separationOfDuties()).isFalse();
  }

  @Test
  void theFileSaysWhetherWindowsHoldARollback() {
    assertThat(rollback("rollbacks: {keepWindows: true}\n").keepsWindows()).isTrue();
    assertThat(rollback("rollbacks: {keepWindows: true}\n").approval())
        .isEqualTo(ApprovalRule.NONE);
  }

  private static RollbackRules rollback(String more) {
    return Samples.loaded(Samples.loader().load("gatehouse.yaml", RULES + more, Path.of("/rules")))
        .rulebook()
        .rollback();
  }
}
