package dev.gatehouse.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SensitiveTextTest {
  private static final String CANARY = "Zq7canaryPw";

  @Test
  void aSecretIsHiddenByTheFormOfTheTextAroundIt() {
    for (String text :
        List.of(
            "postgres://app:" + CANARY + "@db.example.com/x",
            "amqp://:" + CANARY + "@mq",
            "--token=" + CANARY,
            "--db-password " + CANARY,
            "-Dspring.datasource.password=" + CANARY,
            "spring.datasource.password=" + CANARY + "\nspring.datasource.url=x",
            "a: b\naccessKey: " + CANARY,
            "{\"clientSecret\": \"" + CANARY + "\", \"a\": 1}",
            "AWS_SECRET_ACCESS_KEY='" + CANARY + "'",
            "Authorization: Bearer " + CANARY + "abc",
            "https://hooks.example.com/x?sig=1&api_key=" + CANARY + "&b=2",
            "-----BEGIN RSA PRIVATE KEY-----\n" + CANARY + "\n-----END RSA PRIVATE KEY-----",
            "-----BEGIN PRIVATE KEY-----\n" + CANARY)) {
      assertThat(SensitiveText.hide(text)).contains("(hidden)").doesNotContain(CANARY);
    }
  }

  @Test
  void aTokenIsHiddenByItsOwnForm() {
    for (String token :
        List.of(
            "ghp_" + "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8",
            "glpat-" + "AbCdEfGh1234567890xy",
            "AKIA" + "ABCDEFGHIJKLMNOP",
            "xoxb-" + "1234567890-abcdefghij",
            "eyJ" + "hbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abcDEF123",
            "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY1",
            "dGhpcyBpcyBhIHJhbmRvbSB2YWx1ZQ9Zx3")) {
      assertThat(SensitiveText.hide("x " + token + " y")).doesNotContain(token);
    }
  }

  @Test
  void whatAPromotionIsAboutStays() {
    for (String text :
        List.of(
            "ghcr.io/acme/checkout@sha256:" + "0a1b2c3d".repeat(8),
            "1.2.3-rc.1",
            "a3f5c9d2".repeat(5),
            "https://git.example.com/acme/deploy.git?ref=v1.2.3",
            "https://user@git.example.com/x",
            "apps/checkout/production-europe-west1/kustomization.yaml",
            "ServiceAccountTokenVolumeProjection",
            "horizontalpodautoscalers.autoscaling",
            "550e8400-e29b-41d4-a716-446655440000",
            "replicas: 3",
            "passwordFrom: ${DB_PASSWORD}",
            "tokenEnabled: true",
            "--token-ttl=3600",
            "args: --v=2 --leader-elect")) {
      assertThat(SensitiveText.hide(text)).isEqualTo(text);
    }
  }

  @Property(tries = 1000)
  void anyTextIsShownWithoutAnErrorAndHidingTwiceChangesNothing(@ForAll String text) {
    String once = SensitiveText.hide(text);
    assertThat(SensitiveText.hide(once)).isEqualTo(once);
  }

  @Test
  void aHostileTextCostsLittle() {
    String text = "password".repeat(5_000) + "://".repeat(5_000) + "a".repeat(30_000);
    assertThat(SensitiveText.hide(text)).isNotEmpty();
  }
}
