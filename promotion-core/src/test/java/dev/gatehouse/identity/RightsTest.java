package dev.gatehouse.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RightsTest {
  private static final Place SHOP_PROD = Place.of("shop", "prod");
  private static final Place SHOP_DEV = Place.of("shop", "dev");
  private static final Place EU = Place.ofShard("eu");
  private static final Actor OLGA = Actor.person("olga", "owners");

  @Test
  void aVerbWithoutAGrantIsOpenEverywhere() {
    assertThat(Rights.OPEN.refusal(OLGA, Verb.APPROVE, SHOP_PROD)).isEmpty();
    assertThat(Rights.OPEN.refusal(OLGA, Verb.APPROVE)).isEmpty();
    assertThat(Rights.OPEN.grants(OLGA, Verb.APPROVE, SHOP_PROD)).isFalse();
  }

  @Test
  void aRightForOneStageClosesTheVerbInTheOthers() {
    Rights rights = approve(grant(Set.of("owners"), Set.of(), Set.of("dev"), Set.of()));
    assertThat(rights.refusal(OLGA, Verb.APPROVE, SHOP_DEV)).isEmpty();
    assertThat(rights.refusal(OLGA, Verb.APPROVE)).isEmpty();
    assertThat(rights.refusal(OLGA, Verb.APPROVE, SHOP_PROD).orElseThrow().what())
        .isEqualTo("olga may not approve: no group holds this right there.");
    assertThat(rights.refusal(OLGA, Verb.APPROVE, SHOP_PROD).orElseThrow().where())
        .isEqualTo("actor olga, application shop, stage prod");
    assertThat(rights.refusal(OLGA, Verb.REJECT, SHOP_PROD)).isEmpty();
  }

  @Test
  void theRightToProposeIsNoRightToAttest() {
    Rights rights = Rights.everywhere(Map.of(Verb.PROPOSE, Set.of("owners")));
    assertThat(rights.refusal(OLGA, Verb.PROPOSE, SHOP_PROD)).isEmpty();
    assertThat(rights.refusal(OLGA, Verb.ATTEST, SHOP_PROD).orElseThrow().next())
        .isEqualTo("Add the groups that may attest to `rights` in gatehouse.yaml.");
    assertThat(Rights.OPEN.refusal(OLGA, Verb.ATTEST, SHOP_PROD)).isEmpty();
    assertThat(approve().refusal(OLGA, Verb.ATTEST, SHOP_PROD)).isEmpty();
    Actor reviewer = new Actor("reviewer", Actor.Kind.ASSISTANT, Set.of());
    assertThat(Rights.OPEN.refusal(reviewer, Verb.ATTEST, SHOP_PROD)).isPresent();
  }

  @Test
  void grantsOfAVerbAddUp() {
    Rights rights =
        approve(
            grant(Set.of("release"), Set.of(), Set.of(), Set.of()),
            grant(Set.of("owners"), Set.of("shop"), Set.of("dev"), Set.of()));
    assertThat(rights.refusal(OLGA, Verb.APPROVE, SHOP_DEV)).isEmpty();
    assertThat(rights.refusal(OLGA, Verb.APPROVE, SHOP_PROD).orElseThrow().next())
        .contains("a member of release");
    Actor rita = Actor.person("rita", "release");
    assertThat(rights.refusal(rita, Verb.APPROVE, SHOP_PROD)).isEmpty();
    assertThat(rights.refusal(rita, Verb.APPROVE, EU)).isEmpty();
  }

  @Test
  void aRightForAnApplicationDoesNotCoverAWholeShard() {
    Rights rights = approve(grant(Set.of("owners"), Set.of("shop"), Set.of(), Set.of()));
    assertThat(rights.refusal(OLGA, Verb.APPROVE, EU)).isPresent();
    Rights ofShard = approve(grant(Set.of("owners"), Set.of(), Set.of(), Set.of("eu")));
    assertThat(ofShard.refusal(OLGA, Verb.APPROVE, EU)).isEmpty();
    assertThat(ofShard.refusal(OLGA, Verb.APPROVE, Place.ofShard("us"))).isPresent();
  }

  @Test
  void anEmptyListClosesAVerbForAll() {
    Rights closed = Rights.everywhere(Map.of(Verb.WAIVE, Set.of()));
    assertThat(closed.refusal(OLGA, Verb.WAIVE)).isPresent();
    assertThat(closed.refusal(OLGA, Verb.WAIVE, SHOP_DEV)).isPresent();
  }

  @Test
  void anAssistantDecidesNowhereWhateverItsGroups() {
    Actor assistant = new Actor("bot", Actor.Kind.ASSISTANT, Set.of("owners"));
    Rights rights = approve(grant(Set.of("owners"), Set.of(), Set.of(), Set.of()));
    assertThat(rights.refusal(assistant, Verb.APPROVE, SHOP_PROD)).isPresent();
    assertThat(rights.refusal(assistant, Verb.SEE, SHOP_PROD)).isEmpty();
  }

  private static Rights approve(Grant... grants) {
    return new Rights(Map.of(Verb.APPROVE, List.of(grants)));
  }

  private static Grant grant(
      Set<String> groups, Set<String> applications, Set<String> stages, Set<String> shards) {
    return new Grant(groups, new Scope(applications, stages, shards));
  }
}
