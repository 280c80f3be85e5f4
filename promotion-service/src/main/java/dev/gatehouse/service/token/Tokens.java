package dev.gatehouse.service.token;

import dev.gatehouse.identity.Actor;
import dev.gatehouse.identity.Scope;
import dev.gatehouse.identity.Verb;
import dev.gatehouse.reason.InvalidConfigurationException;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.spi.HostRecord;
import dev.gatehouse.spi.HostRecords;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes tokens, keeps their hashes beside the ledger, and recognizes them; thread-safe.
 *
 * <p>A token is {@code ght_<id>_<secret>} with a secret of 256 random bits, so a plain hash is
 * enough. It is shown once, and a revocation counts at the next request in every process.
 */
public final class Tokens {
  /** The longest that a token may live. */
  public static final Duration LONGEST = Duration.ofDays(366);

  private static final String KIND = "token";
  private static final Pattern FORM = Pattern.compile("ght_([a-f0-9]{12})_([A-Za-z0-9_-]{43})");
  private static final Set<Verb> OF_ASSISTANTS = EnumSet.of(Verb.SEE, Verb.PROPOSE);
  private static final Set<Verb> BESIDE_ASKING = EnumSet.of(Verb.SEE);
  private static final Set<Verb> NOT_OVER_HTTP = EnumSet.of(Verb.EXECUTE, Verb.ADMINISTER);

  private final HostRecords records;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  /** Creates tokens that are kept here. */
  public Tokens(HostRecords records, InstantSource clock) {
    this.records = records;
    this.clock = clock;
  }

  /**
   * A token with its secret: the only moment at which it can be read.
   *
   * @param token what it allows
   * @param text the token itself
   */
  public record Made(ServiceToken token, String text) {
    @Override
    public String toString() {
      return "token " + token.id();
    }
  }

  /**
   * Makes a token.
   *
   * @throws InvalidConfigurationException if it would allow what such an actor may not do, or ends
   *     too late
   */
  public Made create(
      Actor actor, Set<Verb> verbs, boolean asks, Scope scope, Instant until, String by) {
    refusal(actor, verbs, asks, until)
        .ifPresent(
            reason -> {
              throw new InvalidConfigurationException(reason);
            });
    byte[] id = new byte[6];
    byte[] secret = new byte[32];
    random.nextBytes(id);
    random.nextBytes(secret);
    String name = HexFormat.of().formatHex(id);
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    ServiceToken token =
        new ServiceToken(name, hash(text), actor.id(), verbs, asks, scope, until, by);
    if (records.add(new HostRecord(KIND, name, TokenText.write(token), until)).isPresent()) {
      return create(actor, verbs, asks, scope, until, by);
    }
    return new Made(token, "ght_" + name + "_" + text);
  }

  private Optional<Reason> refusal(Actor actor, Set<Verb> verbs, boolean asks, Instant until) {
    Instant now = clock.instant();
    if (verbs.isEmpty() && !asks) {
      return Optional.of(
          TokenReasons.unusable("The token would allow nothing.", "Name verbs, or ask."));
    }
    if (verbs.stream().anyMatch(NOT_OVER_HTTP::contains)) {
      return Optional.of(
          TokenReasons.unusable(
              "Targets are driven, and the installation is administered, by the command only.",
              "Leave out execute and administer."));
    }
    if (asks && !BESIDE_ASKING.containsAll(verbs)) {
      return Optional.of(
          TokenReasons.unusable(
              "A token that asks a gate decides nothing: it lies where pipelines read it.",
              "Make two tokens, or combine ask with see only."));
    }
    if (actor.kind() == Actor.Kind.ASSISTANT && !OF_ASSISTANTS.containsAll(verbs)) {
      return Optional.of(
          TokenReasons.unusable(
              actor.id() + " is an assistant, and an assistant never decides.",
              "Leave it see and propose."));
    }
    if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST))) {
      return Optional.of(
          TokenReasons.unusable(
              "The token would end at " + until + ".",
              "Let it end later than now and within " + LONGEST.toDays() + " days."));
    }
    return Optional.empty();
  }

  /** Returns what a token allows, or empty when it does not count now. */
  public Optional<ServiceToken> recognize(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    byte[] given = hash(form.group(2)).getBytes(StandardCharsets.US_ASCII);
    return records
        .find(KIND, form.group(1))
        .filter(record -> record.until().isAfter(clock.instant()))
        .map(TokenText::read)
        .filter(t -> MessageDigest.isEqual(t.hash().getBytes(StandardCharsets.US_ASCII), given));
  }

  /** Returns what every token allows, also of those that have ended. */
  public List<ServiceToken> all() {
    return records.all(KIND).stream().map(TokenText::read).toList();
  }

  /** Revokes a token; tells whether there was one. */
  public boolean revoke(String id) {
    return records.remove(KIND, id);
  }

  private static String hash(String secret) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(secret.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
