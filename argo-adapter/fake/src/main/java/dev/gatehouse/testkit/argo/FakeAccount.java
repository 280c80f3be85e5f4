package dev.gatehouse.testkit.argo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An account with its rights; a fresh one may nothing.
 *
 * <p>Thread-safe. A deny wins over every allow, and patterns are globs, as in Argo CD.
 */
public final class FakeAccount {
  private final String name;
  private final IssuedTokens tokens;
  private final List<Rule> rules = new ArrayList<>();
  private final List<String> groups = new ArrayList<>();
  private Optional<String> password = Optional.empty();

  private record Rule(Pattern resource, Pattern action, Pattern object, boolean allowed) {
    boolean covers(String asked, String verb, String thing) {
      return resource.matcher(asked).matches()
          && action.matcher(verb).matches()
          && object.matcher(thing).matches();
    }
  }

  FakeAccount(String name, IssuedTokens tokens) {
    this.name = name;
    this.tokens = tokens;
  }

  /** Allows an action, for example {@code allow("applications", "sync", "default/*")}. */
  public FakeAccount allow(String resource, String action, String object) {
    return rule(resource, action, object, true);
  }

  /** Denies an action, whatever else is allowed. */
  public FakeAccount deny(String resource, String action, String object) {
    return rule(resource, action, object, false);
  }

  /** Forgets all rules. */
  public synchronized FakeAccount mayNothing() {
    rules.clear();
    return this;
  }

  /** Makes it a member of this group. */
  public synchronized FakeAccount memberOf(String group) {
    groups.add(group);
    return this;
  }

  /** Lets it log in with this password. */
  public synchronized FakeAccount password(String secret) {
    password = Optional.of(secret);
    return this;
  }

  /** Returns a new token of this account that does not expire. */
  public String token() {
    return tokens.issue(name + ":apiKey", name, 0);
  }

  /** Makes every token of this account invalid, as when its secret is overwritten. */
  public void revokeTokens() {
    tokens.revoke(name);
  }

  private synchronized FakeAccount rule(
      String resource, String action, String object, boolean allowed) {
    rules.add(new Rule(Globs.of(resource), Globs.of(action), Globs.of(object), allowed));
    return this;
  }

  synchronized boolean may(String resource, String action, String object) {
    boolean denied =
        rules.stream().anyMatch(r -> !r.allowed() && r.covers(resource, action, object));
    return !denied
        && rules.stream().anyMatch(r -> r.allowed() && r.covers(resource, action, object));
  }

  synchronized boolean opensWith(String secret) {
    return password.filter(secret::equals).isPresent();
  }

  synchronized List<String> groups() {
    return List.copyOf(groups);
  }
}
