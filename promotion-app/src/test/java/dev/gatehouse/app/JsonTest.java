package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.gatehouse.testkit.argo.ManagedState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonTest {
  @TempDir Path folder;
  private final Set<String> names = new TreeSet<>();

  @Test
  void everyAnswerParsesAndEveryFieldIsDocumented() throws IOException {
    Desk desk = Desk.furnished(folder);
    read(0, desk.gatehouse("validate", "-o", "json"), "done");
    read(
        0,
        desk.gatehouse("plan", "checkout", "--to", "dev", "-a", Desk.IMAGE, "-o", "json"),
        "done");
    read(
        0,
        desk.gatehouse("risk", "checkout", "--to", "dev", "-a", Desk.IMAGE, "-o", "json"),
        "done");
    read(0, desk.promote("dev", "--wait", "--output", "json"), "done");
    String held = read(3, desk.promote("staging", "--output=json"), "held");
    String plan = held.replaceAll("(?s).*\"hash\" : \"([0-9a-f]{64})\".*", "$1");
    read(
        0,
        desk.gatehouse("approve", "checkout/staging", "--plan", plan, "--as", "pia", "-o", "json"),
        "going");
    read(0, desk.gatehouse("run", "-o", "json"), "done");
    read(0, desk.gatehouse("status", "-o", "json"), "done");
    read(0, desk.gatehouse("status", "checkout/staging", "-o", "json"), "done");
    read(0, desk.gatehouse("audit", "verify", "-o", "json"), "done");
    read(0, desk.gatehouse("audit", "export", "--to", "l.jsonl", "-o", "json"), "done");
    read(0, desk.gatehouse("control-models", "-o", "json"), "done");
    read(4, desk.gatehouse("plan", "nothing", "--to", "dev", "-o", "json"), "refused");
    read(2, desk.gatehouse("plan", "checkout", "-o", "json"), "invalid");
    read(2, desk.gatehouse("validate", "-f", "none.yaml", "-o", "json"), "invalid");

    documented();
  }

  @Test
  void everyAnswerAboutArgoCdParsesAndEveryFieldIsDocumented() throws IOException {
    try (ArgoDesk argo = ArgoDesk.furnished(folder)) {
      argo.argo()
          .app("checkout-eu-1")
          .manages(
              new ManagedState(
                  "{\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"a\"},\"data\":{\"b\":\"1\"}}",
                  "{\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"a\"},\"data\":{\"b\":\"2\"}}"));
      argo.account().deny("applications", "get", "payments/checkout-us-1");
      read(4, argo.desk().gatehouse("argo", "check", "-o", "json"), "failed");
      read(4, argo.desk().gatehouse("argo", "diff", "checkout/production", "-o", "json"), "failed");
    }
    assertThat(names).contains("wanted", "problem");
    documented();
  }

  @Test
  void aListSaysAfterWhichPromotionTheNextPageBegins() {
    Desk desk = Desk.furnished(folder);
    desk.promote("dev", "--wait");
    desk.promote("staging");
    Desk.Answer first = desk.gatehouse("status", "--limit", "1", "-o", "json");
    String last = first.out().replaceAll("(?s).*\"next\" : \"([^\"]+)\".*", "$1");

    assertThat(first.out()).contains("\"id\" : \"" + last + "\"").contains("-staging-");
    assertThat(desk.gatehouse("status", "--limit", "1").out())
        .contains("There are more: gatehouse status --after " + last);
    Desk.Answer second = desk.gatehouse("status", "--after", last, "-o", "json");
    assertThat(second.out()).contains("\"next\" : null").contains("checkout-dev-");
    assertThat(second.out()).doesNotContain("\"id\" : \"" + last + "\"");
    assertThat(desk.gatehouse("status", "--after", "nothing-dev-0").out())
        .startsWith("REFUSED unknown-cursor");
  }

  private void documented() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "reference", "command.md"));
    assertThat(names).allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
  }

  private String read(int code, Desk.Answer answer, String outcome) throws IOException {
    assertThat(answer.code()).as(answer.out() + answer.err()).isEqualTo(code);
    assertThat(answer.out()).startsWith("{\n  \"outcome\" : \"" + outcome + "\"");
    try (JsonParser parser = new JsonFactory().createParser(answer.out())) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.FIELD_NAME) {
          names.add(parser.currentName());
        }
      }
    }
    return answer.out();
  }
}
