package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.testkit.argo.FakeApplication;
import dev.gatehouse.testkit.argo.FakeApplication.Outcome;
import dev.gatehouse.testkit.argo.ManagedState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the page about Argo CD shows is what the commands print. With {@code
 * -Dgatehouse.docs.update=true} it is written there again.
 */
class ArgoHowToTest {
  private static final Path PAGE = Path.of("../docs/how-to/argo-cd.md");

  @TempDir Path folder;
  private ArgoDesk desk;

  @BeforeEach
  void furnish() {
    desk = ArgoDesk.furnished(folder);
    desk.argo().autopilot();
  }

  @AfterEach
  void end() {
    desk.close();
  }

  @Test
  void theCheckOfThePageIsReal() throws IOException {
    desk.account().deny("applications", "sync", "payments/checkout-us-1");

    String printed = normalized(desk.desk().gatehouse("argo", "check").out());

    assertThat(shown("gatehouse argo check", printed)).isEqualTo(printed);
  }

  @Test
  void theDiffOfThePageIsReal() throws IOException {
    for (String target : List.of("eu-1", "us-1")) {
      desk.argo()
          .app("checkout-" + target)
          .manages(
              new ManagedState(deployment(3), deployment(target.equals("eu-1") ? 5 : 3)),
              ManagedState.same(object("v1", "Service", "'spec':{}")));
    }

    Desk.Answer answer =
        desk.desk().gatehouse("argo", "diff", "checkout/production", "--artifact", Desk.IMAGE);
    String printed = normalized(answer.out());

    assertThat(shown("gatehouse argo diff", printed)).isEqualTo(printed);
  }

  /**
   * How often a reason is recorded depends on time, and so does whether Argo CD has compared in a
   * later second than the sync ended in: a run may print more or fewer of such lines.
   */
  @Test
  @Timeout(120)
  void theWaitOfThePageIsReal() throws IOException {
    desk.argo().autopilotAfterReads(1);
    FakeApplication eu = desk.argo().app("checkout-eu-1");
    ReactingWriter out =
        new ReactingWriter()
            .on(
                "eu-1 shows",
                "operation Running",
                () -> {
                  eu.finishOperation(Outcome.SUCCEEDED, "");
                  eu.holdHealth("Progressing", "1 of 3 pods are ready");
                  desk.argo().autopilot();
                  eu.reconcile();
                })
            .on("eu-1 shows", "Synced, Progressing", () -> eu.health("Healthy", ""));

    List<String> command =
        List.of("promote", "checkout", "--to", "production", "--artifact", Desk.IMAGE, "--wait");
    List<String> facts = List.of("-e", "trust.tests=true", "-e", "trust.signed=true");
    String[] all =
        java.util.stream.Stream.concat(command.stream(), facts.stream()).toArray(String[]::new);
    String printed = normalized(desk.desk().gatehouse(out, all).out());

    assertThat(printed.lines())
        .containsSubsequence(
            shown("gatehouse promote", printed)
                .lines()
                .filter(line -> !line.contains(" waits: "))
                .filter(line -> !line.contains("Healthy, operation Succeeded"))
                .toList());
    assertThat(printed).contains("eu-1 shows Synced, Progressing", "SUCCEEDED");
  }

  /** Returns what the page shows as the output of a command. */
  private static String shown(String command, String printed) throws IOException {
    Pattern block =
        Pattern.compile("(?s)(<!-- output of " + command + " -->\n```text\n)(.*?)(```\n)");
    String page = Files.readString(PAGE);
    if (Boolean.getBoolean("gatehouse.docs.update")) {
      page = block.matcher(page).replaceFirst("$1" + Matcher.quoteReplacement(printed) + "$3");
      Files.writeString(PAGE, page);
    }
    Matcher found = block.matcher(page);
    assertThat(found.find()).as(command).isTrue();
    return found.group(2);
  }

  /** Takes out what differs from run to run. */
  private static String normalized(String printed) {
    return printed
        .replaceAll("source: /\\S+/deploy\\.git", "source: https://git.example.com/deploy.git")
        .replaceAll("http://127.0.0.1:\\d+", "http://127.0.0.1:8080")
        .replaceAll("\\d\\d:\\d\\d:\\d\\dZ", "09:30:00Z")
        .replaceAll("commit [0-9a-f]{12}", "commit 3f9c2a17b06d")
        .replaceAll("commit [0-9a-f]{10}\\b", "commit 3f9c2a17b0")
        .replaceAll("planned: [0-9a-f]+", "planned: 60f1745b0b0f")
        .replaceAll("checkout-production-[0-9a-f]{8}", "checkout-production-7c1f0d6a");
  }

  private static String deployment(int replicas) {
    String image = "ghcr.io/acme/checkout@sha256:" + "a".repeat(64);
    return object(
        "apps/v1",
        "Deployment",
        "'spec':{'replicas':%d,'template':{'spec':{'containers':[{'name':'checkout','image':'%s'}]}}}"
            .formatted(replicas, image));
  }

  private static String object(String version, String kind, String rest) {
    return "{'apiVersion':'%s','kind':'%s','metadata':{'name':'checkout','namespace':'shop'},%s}"
        .formatted(version, kind, rest)
        .replace('\'', '"');
  }
}
