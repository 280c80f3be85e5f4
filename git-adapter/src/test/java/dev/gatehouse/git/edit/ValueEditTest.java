package dev.gatehouse.git.edit;

import static dev.gatehouse.git.edit.Edits.edited;
import static dev.gatehouse.git.edit.Edits.refused;
import static dev.gatehouse.git.edit.Edits.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.git.edit.EditRefusal.Code;
import java.util.List;
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
        "tag: 1.9               | 1.8        | tag: \"1.8\"",
        "tag: v1                | 0123       | tag: \"0123\"",
        "tag: 123               | 0123       | tag: \"0123\"",
        "tag: v1                | true       | tag: \"true\"",
        "tag: false             | true       | tag: \"true\"",
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
        "tag: 3                 | 5          | tag: \"5\"",
        "tag: 123455            | 1234567    | tag: \"1234567\"",
        "tag: 1.10 # same       | 1.10       | tag: \"1.10\" # same",
        "tag: yes               | yes        | tag: \"yes\"",
        "tag: 0X1F              | 0X1F       | tag: \"0X1F\"",
        "tag: v1                | 1e_5       | tag: \"1e_5\"",
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
    String lists = "a: &a [x]\nb: [" + "*a, ".repeat(5_001) + "]\nc: v1\n";
    assertThat(refused(lists, value("c", "v2")).found()).contains("5000 aliases of mappings");
    assertThat(refused("a: " + "x".repeat(5 << 20), value("a", "b")).found()).contains("limit");
  }

  @Test
  void aliasesOfSingleValuesAreFree() {
    String text = "a: &a v1\nb: [" + "*a, ".repeat(20_000) + "]\nc: v1\n";
    assertThat(edited(text, value("c", "v2"))).isEqualTo(text.replace("c: v1", "c: v2"));
  }

  @Test
  void noRemedyNamesASettingThatDoesNotExist() {
    List<String> texts = List.of("a: [", "[".repeat(1000), "a: " + "x".repeat(5 << 20));
    assertThat(texts)
        .allSatisfy(
            t ->
                assertThat(refused(t, value("a", "b")).next()).doesNotContain("raise", "settings"));
  }

  @Test
  void anUnquotedScalarThatAReaderTakesForAnotherTypeIsNotAlreadyThere() {
    for (String tag :
        List.of("1.10", "0123", "1e3", "yes", "553640e6", "12:30", "2026-01-02", "1_0")) {
      assertThat(edited("image: {tag: " + tag + "}\n", value("image.tag", tag)))
          .isEqualTo("image: {tag: \"" + tag + "\"}\n");
      assertThat(
              edited(
                  "images:\n- name: a\n  newTag: " + tag + "\n",
                  KustomizeImageEdit.tag("a", tag.replace(':', '-'))))
          .contains("newTag: " + (tag.contains(":") ? "12-30" : "\"" + tag + "\""));
    }
  }

  @Test
  void aPathThatOneDocumentHasWholeNeedsNoBracket() {
    String text = "kind: A\nspec:\n  interval: 1m\n---\nkind: B\nspec:\n  ref:\n    semver: v1\n";
    assertThat(edited(text, value("spec.ref.semver", "v2"))).isEqualTo(text.replace("v1", "v2"));
    assertThat(refused(text, value("spec.ref.tag", "v2")).code()).isEqualTo(Code.AMBIGUOUS);
    String both = "a: &a {b: v1}\n---\na: {c: v1}\n---\nx: &x v1\na: {b: *x}\n";
    assertThat(refused(both, value("a.b", "v2")).code()).isEqualTo(Code.AMBIGUOUS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | image:\\n  tag: v2\\n",
        "# only a comment\\n | # only a comment\\nimage:\\n  tag: v2\\n",
        "image:\\n  repository: r\\nx: 1\\n | image:\\n  repository: r\\n  tag: v2\\nx: 1\\n",
        "image:\\n    repository: r # c\\n | image:\\n    repository: r # c\\n    tag: v2\\n",
        "image:\\nx: 1\\n | image:\\n  tag: v2\\nx: 1\\n",
        "image: {repository: r}\\n | image: {repository: r, tag: v2}\\n",
        "image: {}\\n | image: {tag: v2}\\n",
        "{}\\n | {image: {tag: v2}}\\n",
        "x: 1 | x: 1\\nimage:\\n  tag: v2",
        "x: 1\\r\\n | x: 1\\r\\nimage:\\r\\n  tag: v2\\r\\n",
        "image:\\n  tag: v1\\n | image:\\n  tag: v2\\n",
      })
  void missingKeysAreAddedWhereTheUpdateSaysSo(String before, String after) {
    FileEdit edit = new ValueEdit(YamlPath.parse("image.tag"), "v2", true);
    assertThat(edited(unescape(before), edit)).isEqualTo(unescape(after));
  }

  @Test
  void whatIsAddedIsTextAndOnlyKeysAreAdded() {
    FileEdit number = new ValueEdit(YamlPath.parse("image.\"my.tag\""), "1.10", true);
    assertThat(edited("x: 1\n", number)).isEqualTo("x: 1\nimage:\n  my.tag: \"1.10\"\n");
    FileEdit list = new ValueEdit(YamlPath.parse("images[name=a].tag"), "v2", true);
    assertThat(refused("x: 1\n", list).code()).isEqualTo(Code.NOT_FOUND);
    FileEdit scalar = new ValueEdit(YamlPath.parse("image.tag"), "v2", true);
    assertThat(refused("image: r\n", scalar).code()).isEqualTo(Code.WRONG_SHAPE);
    assertThat(refused("image: &a r\nb: *a\n", value("image", "v2")).next())
        .contains("shared: true");
  }

  @Test
  void aSharedValueIsChangedWhereTheUpdateSaysSoAndEveryPlaceIsNamed() {
    String text =
        "web:\n  tag: &t v1 # both\napi:\n  tag: *t\nbase: &b {tag: v9}\njob:\n  <<: *b\n  n: 1\n";
    for (String path : List.of("web.tag", "api.tag")) {
      EditResult.Edited edited =
          (EditResult.Edited)
              FileEditor.withDefaults()
                  .apply("f", text, List.of(new SharedEdit(value(path, "v2"))));
      assertThat(edited.text()).isEqualTo(text.replace("v1", "v2"));
      assertThat(edited.changes())
          .extracting(ValueChange::place)
          .containsExactlyInAnyOrder("web.tag", "api.tag");
    }
    EditResult.Edited merged =
        (EditResult.Edited)
            FileEditor.withDefaults()
                .apply("f", text, List.of(new SharedEdit(value("job.tag", "v10"))));
    assertThat(merged.text()).isEqualTo(text.replace("v9", "v10"));
    assertThat(merged.changes())
        .extracting(ValueChange::place)
        .containsExactlyInAnyOrder("base.tag", "job.tag");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  mac_only_encrypted: false\n"})
  void aFileThatSopsSignsIsNotEdited(String setting) {
    String text =
        "tag: v1\npassword: ENC[AES256_GCM,data:x]\nsops:\n  mac: ENC[AES256_GCM,data:y]\n"
            + setting;
    EditRefusal refusal = refused(text, value("tag", "v2"));
    assertThat(refusal.code()).isEqualTo(Code.ENCRYPTED);
    assertThat(refusal.next()).contains("mac_only_encrypted: true");
    assertThat(edited(text, value("tag", "v1"))).isEqualTo(text);
  }

  @Test
  void aPlainValueIsEditedWhereOnlyEncryptedValuesAreSigned() {
    String text =
        "tag: v1\npassword: ENC[AES256_GCM,data:x]\nsops:\n  mac: ENC[AES256_GCM,data:y]\n  mac_only_encrypted: true\n";
    assertThat(edited(text, value("tag", "v2"))).isEqualTo(text.replace("v1", "v2"));
    assertThat(refused(text, value("password", "clear")).code()).isEqualTo(Code.ENCRYPTED);
    assertThat(refused(text, new ValueEdit(YamlPath.parse("more"), "v1", true)).code())
        .isEqualTo(Code.ENCRYPTED);
    assertThat(refused(text, value("sops.mac_only_encrypted", "v1")).code())
        .isEqualTo(Code.ENCRYPTED);
  }

  @Test
  void anEncryptedValueIsNeverOverwrittenInClear() {
    assertThat(refused("a: ENC[AES256_GCM,data:x]\n", value("a", "v1")).code())
        .isEqualTo(Code.ENCRYPTED);
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
