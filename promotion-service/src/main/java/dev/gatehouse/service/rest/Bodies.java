package dev.gatehouse.service.rest;

import dev.gatehouse.change.ApplicationName;
import dev.gatehouse.change.Artifact;
import dev.gatehouse.change.Author;
import dev.gatehouse.change.Change;
import dev.gatehouse.change.Revision;
import dev.gatehouse.evidence.Evidence;
import dev.gatehouse.reason.InvalidConfigurationException;
import dev.gatehouse.reason.Nearest;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import dev.gatehouse.reason.SafeText;
import dev.gatehouse.service.web.JsonBody;
import dev.gatehouse.view.TypedFacts;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads values of the core out of bodies; a mistake names the key. */
final class Bodies {
  private Bodies() {}

  static Change change(JsonBody body) {
    return new Change(
        new ApplicationName(body.text("application")),
        body.list("artifacts").stream().map(Artifact::parse).toList(),
        body.optional("revision").map(Bodies::revision),
        body.list("authors").stream().map(Author::new).toList(),
        body.optional("title").orElse(""));
  }

  private static Revision revision(String text) {
    try {
      return new Revision(text);
    } catch (IllegalArgumentException e) {
      throw wrong(
          "invalid-revision",
          "'" + SafeText.cut(text, 80) + "' is not the full id of a commit.",
          "revision",
          "Send all 40 digits.");
    }
  }

  /** Returns the facts of the object {@code facts}: check and value. */
  static List<Evidence> facts(JsonBody body, String source, Instant now) {
    return TypedFacts.read(
        body.pairs("facts").entrySet().stream()
            .map(fact -> fact.getKey() + "=" + fact.getValue())
            .toList(),
        source,
        now);
  }

  static Instant time(JsonBody body, String key) {
    String text = body.text(key);
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw wrong(
          "invalid-time",
          "'" + SafeText.cut(text, 40) + "' is not a time.",
          key,
          "Send a time such as 2027-01-31T18:00:00Z.");
    }
  }

  /** Returns the constant that a key names in lower case, or empty when it is absent. */
  static <E extends Enum<E>> Optional<E> word(JsonBody body, String key, Class<E> of) {
    List<String> allowed =
        Stream.of(of.getEnumConstants()).map(c -> c.name().toLowerCase(Locale.ROOT)).toList();
    return body.optional(key)
        .map(
            text -> {
              if (!allowed.contains(text)) {
                throw wrong(
                    "wrong-value",
                    "Unknown value '" + SafeText.cut(text, 40) + "'.",
                    key,
                    Nearest.remedy(text, allowed));
              }
              return Enum.valueOf(of, text.toUpperCase(Locale.ROOT));
            });
  }

  static InvalidConfigurationException missing(String key) {
    return wrong("missing-key", "The key '" + key + "' is missing.", key, "Send " + key + ".");
  }

  private static InvalidConfigurationException wrong(
      String code, String what, String key, String next) {
    return new InvalidConfigurationException(
        new Reason(new ReasonCode(code), what, "key " + key, next));
  }
}
