package dev.gatehouse.service.token;

import dev.gatehouse.api.Result;
import dev.gatehouse.identity.Actor;
import dev.gatehouse.identity.Caller;
import dev.gatehouse.identity.Place;
import dev.gatehouse.identity.Scope;
import dev.gatehouse.identity.Verb;
import dev.gatehouse.policy.Rulebook;
import dev.gatehouse.reason.InvalidConfigurationException;
import dev.gatehouse.reason.Nearest;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.SafeText;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Makes, lists and revokes tokens for those who may administer everything; thread-safe. */
public final class TokenDesk {
  private static final String ASK = "ask";
  private final Tokens tokens;
  private final Supplier<Rulebook> rules;

  /** Creates a desk under these rules. */
  public TokenDesk(Tokens tokens, Supplier<Rulebook> rules) {
    this.tokens = tokens;
    this.rules = rules;
  }

  /**
   * What is asked of a token.
   *
   * @param holder who acts with it
   * @param words verbs in lower case, or {@code ask}
   * @param applications where; empty for all
   * @param stages where; empty for all
   * @param until its end
   */
  public record Wish(
      String holder,
      List<String> words,
      List<String> applications,
      List<String> stages,
      Instant until) {
    /** Copies the lists. */
    public Wish {
      words = List.copyOf(words);
      applications = List.copyOf(applications);
      stages = List.copyOf(stages);
    }
  }

  /**
   * Makes a token.
   *
   * @throws InvalidConfigurationException if it would allow what it must not
   */
  public Result<Tokens.Made> create(Wish wish, Caller by) {
    Optional<Actor> known = rules.get().directory().find(wish.holder());
    boolean unknown = known.isEmpty() && !rules.get().directory().isEmpty();
    return Result.unless(
        refusal(by).or(() -> unknown ? Optional.of(unknown(wish.holder())) : Optional.empty()),
        () ->
            tokens.create(
                known.orElseGet(() -> new Actor(wish.holder(), Actor.Kind.SERVICE, Set.of())),
                verbs(wish.words()),
                wish.words().contains(ASK),
                new Scope(Set.copyOf(wish.applications()), Set.copyOf(wish.stages()), Set.of()),
                wish.until(),
                by.actor().id()));
  }

  /** Returns what every token allows. */
  public Result<List<ServiceToken>> list(Caller by) {
    return Result.unless(refusal(by), tokens::all);
  }

  /** Revokes a token; tells whether there was one. */
  public Result<Boolean> revoke(String id, Caller by) {
    return Result.unless(refusal(by), () -> tokens.revoke(id));
  }

  private Optional<Reason> refusal(Caller by) {
    return rules.get().refusal(by, Verb.ADMINISTER, Place.EVERYTHING);
  }

  private Reason unknown(String holder) {
    return new Reason(
        TokenReasons.UNUSABLE,
        "There is no identity '" + SafeText.cut(holder, 60) + "' that could hold a token.",
        "gatehouse.yaml, identities",
        rules.get().directory().guess(holder) + "Name one of `identities`, or add it.");
  }

  private static Set<Verb> verbs(List<String> words) {
    List<String> allowed =
        Stream.concat(
                Stream.of(ASK),
                Stream.of(Verb.values()).map(verb -> verb.name().toLowerCase(Locale.ROOT)))
            .toList();
    Set<Verb> verbs = EnumSet.noneOf(Verb.class);
    for (String word : words) {
      if (!allowed.contains(word)) {
        throw new InvalidConfigurationException(
            TokenReasons.unusable(
                "A token cannot allow '" + SafeText.cut(word, 40) + "'.",
                Nearest.remedy(word, allowed)));
      }
      if (!word.equals(ASK)) {
        verbs.add(Verb.valueOf(word.toUpperCase(Locale.ROOT)));
      }
    }
    return verbs;
  }
}
