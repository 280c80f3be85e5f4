package dev.gatehouse.git.edit;

import static dev.gatehouse.git.edit.Edits.edited;
import static dev.gatehouse.git.edit.Edits.refused;
import static dev.gatehouse.git.edit.Edits.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.git.edit.EditRefusal.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueEditTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "tag: v1 # why          | v2         | tag: v2 # why",
        "tag: 'v1'              | v2         | tag: 'v2'",
        "tag: 'v1'              | it's       | tag: 'it''s'",
        "tag: \"v1\"            | a\"b       | tag: \"a\\\"b\"",
        "tag: v1                | 1.10       | tag: \"1.10\"",
        "tag: 1.9               | 1.10       | tag: \"1.10\"",
        "tag: 1.9               | 1.8        | tag: 1.8",
        "tag: v1                | 0123       | tag: \"0123\"",
        "tag: 123               | 0123       | tag: \"0123\"",
        "tag: v1                | true       | tag: \"true\"",
        "tag: false             | true       | tag: true",
        "tag: false             | on         | tag: \"on\"",
        "tag: v1                | 1e3        | tag: \"1e3\"",
        "tag: v1                | null       | tag: \"null\"",
        "tag: v1                | ``         | tag: \"\"",
        "tag: v1                | a: b       | tag: \"a: b\"",
        "tag: v1                | a #b       | tag: \"a #b\"",
        "tag: v1                | 12:30:45   | tag: \"12:30:45\"",
        "tag: v1                | 2026-01-02 | tag: \"2026-01-02\"",
        "tag: v1                | *x         | tag: \"*x\"",
        "tag: v1                | 0x1f       | tag: \"0x1f\"",
        "tag: v1                | sha256:ab  | tag: sha256:ab",
        "tag: 3                 | 5          | tag: 5",
        "tag: !!str 1           | 2          | tag: !!str 2",
        "tag: !!str             | v2         | tag: !!str v2",
        "tag:                   | v2         | tag: v2",
        "tag: # none yet        | v2         | tag: v2 # none yet",
        "tag: ~                 | v2         | tag: v2",
        "{tag: v1, x: 2}        | v2         | {tag: v2, x: 2}",
        "{tag: v1, x: 2}        | a,b        | {tag: \"a,b\", x: 2}",
        "{\"tag\":\"v1\"}       | v2         | {\"tag\":\"v2\"}",
        "? tag\\n: v1           | v2         | ? tag\\n: v2",
        "tag: &t v1             | v2         | tag: &t v2",
        "tag: a\\n  b # c       | v2         | tag: v2 # c",
      })
  void onlyTheScalarChanges(String before, String value, String after) {
    String text = before.replace("\\n", "\n") + "\n";
    assertThat(edited(text, value("tag", value))).isEqualTo(after.replace("\\n", "\n") + "\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "tag: |\\n  v1\\nx: 1\\n         ; v2\\n       ; tag: |\\n  v2\\nx: 1\\n",
        "tag: |  # c\\n    v1\\n\\nx: 1\\n ; v2\\nv3\\n ; tag: |  # c\\n    v2\\n    v3\\n\\nx: 1\\n",
        "tag: |\\n  v1\\nx: 1\\n         ; v2          ; tag: |-\\n  v2\\nx: 1\\n",
        "tag: >-\\n  v1\\n  v0\\nx: 1\\n ; v2          ; tag: >-\\n  v2\\nx: 1\\n",
        "tag: >-\\n  v1\\nx: 1\\n        ; a\\nb       ; tag: |-\\n  a\\n  b\\nx: 1\\n",
        "tag: |-\\r\\n  v1\\r\\nx: 1\\r\\n ; a\\nb     ; tag: |-\\r\\n  a\\r\\n  b\\r\\nx: 1\\r\\n",
        "tag: |2\\n   v1\\nx: 1\\n       ; v2          ; tag: \"v2\"\\nx: 1\\n",
      })
  void blockScalarsKeepTheirIndentation(String before, String value, String after) {
    assertThat(edited(unescape(before), value("tag", unescape(value)))).isEqualTo(unescape(after));
  }

  @Test
  void lineEndingsByteOrderMarkAndMissingFinalNewlineStay() {
    String text =
        "\uFEFFa: 1\r\n\r\nb:\r\n  tag: v1   \r\n  # \u00fcber \ud83d\ude00\r\n  c: \ud83d\ude00\r\n  d: v1";
    assertThat(edited(text, value("b.tag", "v2"), value("b.d", "v3")))
        .isEqualTo(text.replace("tag: v1", "tag: v2").replace("d: v1", "d: v3"));
  }

  @Test
  void bracketsPickListItemsAndDocuments() {
    String text =
        """
        kind: Service
        metadata: {name: web}
        ---
        kind: Deployment
        metadata:
          name: web
        spec:
          containers:
          - name: side
            image: side:1
          - {name: web, image: "web:1"}
        """;
    FileEdit edit =
        value("[kind=Deployment,metadata.name=web].spec.containers[name=web].image", "web:2");
    assertThat(edited(text, edit)).isEqualTo(text.replace("web:1", "web:2"));
    assertThat(edited(text, value("spec.containers[0].image", "side:2")))
        .isEqualTo(text.replace("side:1", "side:2"));
    assertThat(refused(text, value("metadata.name", "x")).code()).isEqualTo(Code.AMBIGUOUS);
  }

  @Test
  void quotedKeysMayHoldDots() {
    String text = "annotations:\n  example.org/a.b: one\n";
    assertThat(edited(text, value("annotations.\"example.org/a.b\"", "two")))
        .isEqualTo("annotations:\n  example.org/a.b: two\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "tag: *a                | SHARED     | a: &a v1\\ntag: *a\\n",
        "anchored itself        | SHARED     | tag: &a v1\\nb: *a\\n",
        "anchored above         | SHARED     | x: &a {tag: v1}\\ny: *a\\n",
        "merged                 | SHARED     | b: &b {tag: v1}\\nx:\\n  <<: *b\\n  n: 1\\n",
        "missing                | NOT_FOUND  | other: v1\\n",
        "a mapping              | WRONG_SHAPE | tag:\\n  a: 1\\n",
        "duplicate              | UNREADABLE | tag: v1\\ntag: v2\\n",
        "malformed              | UNREADABLE | tag: [v1\\n",
        "tabs                   | UNREADABLE | tag:\\n\\t- v1\\n",
        "unknown anchor         | UNREADABLE | tag: *nowhere\\n",
        "empty file             | NOT_FOUND  | ``",
      })
  void whatIsUnclearIsRefused(String name, Code code, String text) {
    String path = text.startsWith("x: &a") || text.startsWith("b: &b") ? "x.tag" : "tag";
    EditRefusal refusal = refused(unescape(text), value(path, "v9"));
    assertThat(refusal.code()).as(name + ": " + refusal.message()).isEqualTo(code);
    assertThat(refusal.message()).startsWith("file.yaml");
  }

  @Test
  void anAnchorThatNobodyUsesIsNoObstacle() {
    assertThat(edited("x: &x\n  tag: v1\n", value("x.tag", "v2"))).isEqualTo("x: &x\n  tag: v2\n");
  }

  @Test
  void depthAliasesAndSizeAreBounded() {
    assertThat(refused("[".repeat(100_000), value("a", "b")).found()).contains("deeper");
    assertThat(refused("- ".repeat(100_000), value("a", "b")).found()).contains("deeper");
    assertThat(refused("a: &a 1\nb: [" + "*a, ".repeat(51) + "]\n", value("a", "b")).found())
        .contains("aliases");
    assertThat(refused("a: " + "x".repeat(5 << 20), value("a", "b")).found()).contains("limit");
  }

  @Test
  void aMissingKeyNamesItsNeighbours() {
    EditRefusal refusal = refused("spec:\n  image: a\n  replicas: 1\n", value("spec.imag", "b"));
    assertThat(refusal.message())
        .isEqualTo("file.yaml:2: spec.imag: has no key 'imag' here; keys are: image, replicas");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a..b", "a[", "a[name]", "a[name=", "\"a", ".a", "a.", "a]b["})
  void malformedPathsAreRefusedWithAnExample(String path) {
    assertThatThrownBy(() -> YamlPath.parse(path))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("such as");
  }

  private static String unescape(String text) {
    return text.replace("\\n", "\n").replace("\\r", "\r");
  }
}
