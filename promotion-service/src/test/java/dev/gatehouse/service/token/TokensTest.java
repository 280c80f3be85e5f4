package dev.gatehouse.service.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.identity.Actor;
import dev.gatehouse.identity.Scope;
import dev.gatehouse.identity.Verb;
import dev.gatehouse.reason.InvalidConfigurationException;
import dev.gatehouse.testkit.InMemoryHostRecords;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TokensTest {
  private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
  private static final Instant LATER = NOW.plus(Duration.ofDays(1));
  private static final Actor PIA = Actor.person("pia");
  private final InMemoryHostRecords records = new InMemoryHostRecords();
  private final Tokens tokens = new Tokens(records, () -> NOW);

  private Tokens.Made made(Actor actor, Set<Verb> verbs, boolean asks) {
    return tokens.create(actor, verbs, asks, Scope.EVERYWHERE, LATER, "root");
  }

  private void refused(Actor actor, Set<Verb> verbs, boolean asks, Instant until) {
    assertThatThrownBy(() -> tokens.create(actor, verbs, asks, Scope.EVERYWHERE, until, "root"))
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessageContaining("token-unusable");
    assertThat(tokens.all()).isEmpty();
  }

  @Test
  void aTokenIsRecognizedWithAllThatItAllows() {
    Scope scope = new Scope(Set.of("checkout"), Set.of("dev"), Set.of());
    Tokens.Made made = tokens.create(PIA, Set.of(Verb.SEE), true, scope, LATER, "root");
    assertThat(tokens.recognize(made.text())).hasValue(made.token());
    assertThat(tokens.all()).containsExactly(made.token());
    assertThat(made.token().scope()).isEqualTo(scope);
  }

  @Test
  void onlyTheHashOfATokenIsKept() {
    Tokens.Made made = made(PIA, Set.of(Verb.SEE), false);
    String secret = made.text().split("_", 3)[2];
    assertThat(records.all("token").toString()).doesNotContain(secret);
    assertThat(made.toString()).doesNotContain(secret);
  }

  @Test
  void aTokenThatAsksAGateDecidesNothing() {
    for (Verb verb : EnumSet.complementOf(EnumSet.of(Verb.SEE))) {
      refused(PIA, EnumSet.of(verb), true, LATER);
    }
    assertThat(made(PIA, Set.of(), true).token().asks()).isTrue();
  }

  @Test
  void anAssistantsTokenNeverDecides() {
    Actor robo = new Actor("robo", Actor.Kind.ASSISTANT, Set.of());
    for (Verb verb : EnumSet.complementOf(EnumSet.of(Verb.SEE, Verb.PROPOSE))) {
      refused(robo, EnumSet.of(verb), false, LATER);
    }
    assertThat(made(robo, EnumSet.of(Verb.SEE, Verb.PROPOSE), false)).isNotNull();
  }

  @Test
  void aTokenNeedsAPurposeAndAnEnd() {
    refused(PIA, Set.of(), false, LATER);
    refused(PIA, Set.of(Verb.SEE), false, NOW);
    refused(PIA, Set.of(Verb.SEE), false, NOW.plus(Duration.ofDays(367)));
    refused(PIA, Set.of(Verb.ADMINISTER), false, LATER);
    refused(PIA, Set.of(Verb.EXECUTE), false, LATER);
  }

  @Test
  void aTokenEndsAtItsEnd() {
    String text = made(PIA, Set.of(Verb.SEE), false).text();
    assertThat(new Tokens(records, () -> LATER.minusMillis(1)).recognize(text)).isPresent();
    assertThat(new Tokens(records, () -> LATER).recognize(text)).isEmpty();
  }
}
