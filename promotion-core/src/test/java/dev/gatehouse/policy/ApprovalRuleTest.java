package dev.gatehouse.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.Actor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ApprovalRuleTest {
  private static final List<String> GROUPS = List.of("a", "b", "c");

  @Test
  void aPersonMovesToAnotherSeatWhereThatFreesOne() {
    ApprovalRule rule = rule(Quorum.of(1, "a"), Quorum.of(1, "b"));
    Actor both = Actor.person("both", "a", "b");
    Actor onlyA = Actor.person("only", "a");
    assertThat(rule.missing(List.of(both, onlyA))).isEmpty();
    assertThat(rule.missing(List.of(onlyA, both))).isEmpty();
    assertThat(rule.missing(List.of(both))).hasSize(1);
  }

  @Test
  void aQuorumOfTwoNeedsTwoPeople() {
    ApprovalRule rule = rule(Quorum.of(2, "a"));
    assertThat(rule.seats()).isEqualTo(2);
    assertThat(rule.missing(List.of(Actor.person("one", "a")))).containsExactly(Quorum.of(2, "a"));
  }

  @Property(tries = 500)
  void seatingIsAsGoodAsTryingEverything(
      @ForAll("quorums") List<Quorum> quorums, @ForAll("people") List<Actor> people) {
    ApprovalRule rule = rule(quorums.toArray(Quorum[]::new));
    List<Quorum> seats = new ArrayList<>();
    quorums.forEach(q -> seats.addAll(java.util.Collections.nCopies(q.count(), q)));
    assertThat(rule.missing(people)).hasSize(seats.size() - best(seats, 0, people));
  }

  @Property(tries = 300)
  void oneMorePersonNeverHurts(
      @ForAll("quorums") List<Quorum> quorums, @ForAll("people") List<Actor> people) {
    ApprovalRule rule = rule(quorums.toArray(Quorum[]::new));
    int before = rule.missing(people).size();
    List<Actor> more = new ArrayList<>(people);
    more.add(Actor.person("extra", "a"));
    assertThat(rule.missing(more).size()).isBetween(before - 1, before);
  }

  @Property(tries = 300)
  void theStricterOfTwoRulesIsMetOnlyByWhatMeetsBoth(
      @ForAll("quorums") List<Quorum> one,
      @ForAll("quorums") List<Quorum> other,
      @ForAll("people") List<Actor> people) {
    ApprovalRule a = rule(one.toArray(Quorum[]::new));
    ApprovalRule b = rule(other.toArray(Quorum[]::new));
    if (a.and(b).missing(people).isEmpty()) {
      assertThat(a.missing(people)).isEmpty();
      assertThat(b.missing(people)).isEmpty();
    }
  }

  @Test
  void twoQuorumsOfOneGroupAreNotFoldedIntoTheLargerOne() {
    ApprovalRule three = rule(Quorum.of(1, "a"), Quorum.of(2, "a"));
    assertThat(ApprovalRule.NONE.and(three).seats()).isEqualTo(3);
    assertThat(rule(Quorum.of(2, "a")).and(three).seats()).isEqualTo(3);
  }

  @Test
  void theStricterOfTwoRulesKeepsSeparationAndTheShorterTime() {
    ApprovalRule loose = new ApprovalRule(List.of(), false, Duration.ofDays(7));
    ApprovalRule strict = new ApprovalRule(List.of(), true, Duration.ofDays(1));
    assertThat(loose.and(strict)).isEqualTo(strict);
    assertThat(strict.and(loose)).isEqualTo(strict);
  }

  @Provide
  Arbitrary<List<Quorum>> quorums() {
    return Arbitraries.integers().between(0, 13).list().ofMaxSize(3).map(ApprovalRuleTest::quorums);
  }

  @Provide
  Arbitrary<List<Actor>> people() {
    return Arbitraries.integers().between(0, 6).list().ofMaxSize(5).map(ApprovalRuleTest::people);
  }

  private static List<Quorum> quorums(List<Integer> numbers) {
    return numbers.stream().map(n -> new Quorum(1 + n / 7, "role-" + n, groups(n % 7))).toList();
  }

  private static List<Actor> people(List<Integer> numbers) {
    List<Actor> people = new ArrayList<>();
    numbers.forEach(n -> people.add(new Actor("p" + people.size(), Actor.Kind.PERSON, groups(n))));
    return people;
  }

  /** The seven sets of at least one group. */
  private static Set<String> groups(int number) {
    Set<String> groups = new LinkedHashSet<>();
    for (int i = 0; i < GROUPS.size(); i++) {
      if (((number + 1) & (1 << i)) != 0) {
        groups.add(GROUPS.get(i));
      }
    }
    return groups;
  }

  private static int best(List<Quorum> seats, int seat, List<Actor> free) {
    if (seat == seats.size()) {
      return 0;
    }
    int most = best(seats, seat + 1, free);
    for (Actor person : free) {
      if (seats.get(seat).groups().stream().anyMatch(person.groups()::contains)) {
        List<Actor> rest = new ArrayList<>(free);
        rest.remove(person);
        most = Math.max(most, 1 + best(seats, seat + 1, rest));
      }
    }
    return most;
  }

  private static ApprovalRule rule(Quorum... quorums) {
    return new ApprovalRule(List.of(quorums), true, Duration.ofDays(1));
  }
}
