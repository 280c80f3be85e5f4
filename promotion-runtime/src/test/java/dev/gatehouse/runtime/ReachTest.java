package dev.gatehouse.runtime;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.config.settings.SecretReference;
import dev.gatehouse.reason.InvalidConfigurationException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReachTest {
  private static final SecretReference TOKEN = new SecretReference.Environment("GIT_TOKEN");
  private static final SecretReference AWS = new SecretReference.Environment("AWS_SECRET");
  private static final SecretReference FILE =
      new SecretReference.InFile(Path.of("/run/secrets/git"));

  private static Reach reach(String variable) {
    return Reach.of(Map.of(Reach.VARIABLE, variable));
  }

  @Test
  void aSecretGoesOnlyToTheHostThatItIsListedWith() {
    Reach reach = reach("GIT_TOKEN@git.example.com /run/secrets/git@git.example.com:8443");
    allowed(() -> reach.secret(TOKEN, "https://git.example.com/acme/deploy.git", "x"));
    allowed(() -> reach.secret(FILE, "https://git.example.com:8443/acme/deploy.git", "x"));
    refused(() -> reach.secret(TOKEN, "https://evil.example/acme/deploy.git", "x"));
    refused(() -> reach.secret(AWS, "https://git.example.com/acme/deploy.git", "x"));
    refused(() -> reach.secret(FILE, "https://git.example.com/acme/deploy.git", "x"));
    refused(() -> reach.secret(TOKEN, "jdbc:postgresql://git.example.com,evil.example/x", "x"));
  }

  @Test
  void aHostThatIsNotListedIsNotContacted() {
    Reach reach = reach("git.example.com,/srv/git");
    allowed(() -> reach.contact("https://git.example.com/a.git", "x"));
    allowed(() -> reach.contact("ssh://git@git.example.com:22/a.git", "x"));
    allowed(() -> reach.contact("git@git.example.com:a.git", "x"));
    allowed(() -> reach.contact("/srv/git/a.git", "x"));
    for (String address :
        List.of(
            "https://evil.example/a.git",
            "https://git.example.com.evil.example/a.git",
            "https://git.example.com@evil.example/a.git",
            "https://git.example.com?@evil.example/a.git",
            "https://git.example.com\\@evil.example/a.git",
            "git@evil.example:git.example.com/a.git",
            "file:///work/evil.git",
            "/srv/git/../evil.git",
            "./evil.git",
            "jdbc:postgresql://evil.example?ssl=@git.example.com/x",
            "jdbc:postgresql:x",
            "jdbc:h2:file:/home/other/ledger")) {
      refused(() -> reach.contact(address, "x"));
    }
  }

  @Test
  void anEmptyListAllowsNothing() {
    refused(() -> reach("").contact("https://git.example.com/a.git", "x"));
    refused(() -> reach("").secret(TOKEN, "https://git.example.com/a.git", "x"));
    refused(() -> reach("").file(Path.of("/etc/known_hosts"), "x"));
    refused(() -> reach("").protection(true, "x"));
  }

  @Test
  void withoutTheListTheRulesAreTrusted() {
    Reach reach = Reach.of(Map.of());
    allowed(() -> reach.contact("https://anywhere.example/a.git", "x"));
    allowed(() -> reach.secret(AWS, "https://anywhere.example/a.git", "x"));
    allowed(() -> reach.protection(true, "x"));
  }

  @Test
  void aStoredCredentialNeverGoesToAnotherHost() {
    SecretReference stored = new SecretReference.InStore(URI.create("https://git.example.com"));
    allowed(() -> Reach.of(Map.of()).secret(stored, "https://git.example.com/a.git", "x"));
    refused(() -> Reach.of(Map.of()).secret(stored, "https://evil.example/a.git", "x"));
    refused(() -> reach("evil.example").secret(stored, "https://evil.example/a.git", "x"));
  }

  private static void allowed(org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
    assertThatCode(act).doesNotThrowAnyException();
  }

  private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessageContaining("reach-not-allowed");
  }
}
