package dev.gatehouse.git.edit;

import static dev.gatehouse.git.edit.Edits.edited;
import static dev.gatehouse.git.edit.Edits.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.git.edit.EditRefusal.Code;
import dev.gatehouse.git.edit.KustomizeImageEdit.Absent;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KustomizeEditTest {
  private static final String DIGEST = "sha256:" + "0123456789abcdef".repeat(4);
  private static final String TEXT =
      """
      # The ring
      resources:
        - ../base
        - https://github.com/acme/operator//config?ref=aaa&timeout=90s # pinned
        - "https://github.com/acme/operator/crds?ref=aaa"
        - https://github.com/acme/operator-extra//x?ref=aaa

      images:
        - name: localhost/operator   # ours
          newName: quay.io/acme/operator
          newTag: aaa
        - name: side
          digest: %s
        - name: bare   # nothing pinned

      namePrefix: x-
      """
          .formatted(DIGEST);

  @Test
  void tagAndRefMoveTogether() {
    String expected =
        TEXT.replace("newTag: aaa", "newTag: bbb")
            .replace("config?ref=aaa&", "config?ref=bbb&")
            .replace("crds?ref=aaa", "crds?ref=bbb");
    assertThat(
            edited(
                TEXT,
                KustomizeImageEdit.tag("localhost/operator", "bbb"),
                new RemoteRefEdit("https://github.com/acme/operator", "bbb")))
        .isEqualTo(expected);
  }

  @Test
  void aDigestTakesThePlaceOfATagAndBack() {
    assertThat(edited(TEXT, KustomizeImageEdit.digest("localhost/operator", DIGEST)))
        .isEqualTo(TEXT.replace("newTag: aaa", "digest: " + DIGEST));
    assertThat(edited(TEXT, KustomizeImageEdit.tag("side", "1.10")))
        .isEqualTo(TEXT.replace("digest: " + DIGEST, "newTag: \"1.10\""));
  }

  @Test
  void aFieldThatIsNotThereIsAddedBehindItsNeighbour() {
    assertThat(edited(TEXT, KustomizeImageEdit.tag("bare", "v1")))
        .isEqualTo(TEXT.replace("# nothing pinned\n", "# nothing pinned\n    newTag: v1\n"));
  }

  @Test
  void anAbsentEntryIsRefusedOrAppendedAsTheUpdateSays() {
    EditRefusal refusal = refused(TEXT, KustomizeImageEdit.tag("nobody", "v1"));
    assertThat(refusal.code()).isEqualTo(Code.NOT_FOUND);
    assertThat(refusal.found()).contains("localhost/operator, side, bare");
    assertThat(edited(TEXT, append("nobody")))
        .isEqualTo(
            TEXT.replace(
                "# nothing pinned\n", "# nothing pinned\n  - name: nobody\n    newTag: v1\n"));
  }

  @Test
  void theFirstImageBringsItsList() {
    assertThat(edited("resources:\n- a.yaml", append("nobody")))
        .isEqualTo("resources:\n- a.yaml\nimages:\n- name: nobody\n  newTag: v1");
    assertThat(edited("images: []\n", append("nobody")))
        .isEqualTo("images: [{name: nobody, newTag: v1}]\n");
    assertThat(edited("images: [{name: a, newTag: b}] # c\r\n", append("nobody")))
        .isEqualTo("images: [{name: a, newTag: b}, {name: nobody, newTag: v1}] # c\r\n");
  }

  @Test
  void oddValuesAndUnknownRemotesAreRefused() {
    assertThat(refused(TEXT, KustomizeImageEdit.tag("side", "a b")).code())
        .isEqualTo(Code.INVALID_VALUE);
    assertThat(refused(TEXT, KustomizeImageEdit.digest("side", "latest")).code())
        .isEqualTo(Code.INVALID_VALUE);
    assertThat(refused(TEXT, new RemoteRefEdit("https://github.com/acme/oper", "b")).code())
        .isEqualTo(Code.NOT_FOUND);
    assertThat(refused(TEXT, new RemoteRefEdit("https://github.com/acme/operator", "b\nx")).code())
        .isEqualTo(Code.INVALID_VALUE);
    assertThat(
            refused("resources:\n- https://h/r//x\n", new RemoteRefEdit("https://h/r", "b")).code())
        .isEqualTo(Code.WRONG_SHAPE);
  }

  @Test
  void tagAndDigestAreSetTogether() {
    String text = "images:\n- name: a\n  newTag: v1\n  digest: sha256:" + "0".repeat(64) + "\n";
    KustomizeImageEdit both =
        new KustomizeImageEdit(
            "a", Optional.empty(), Optional.of("v2"), Optional.of(DIGEST), Absent.REFUSE);
    assertThat(edited(text, both))
        .isEqualTo("images:\n- name: a\n  newTag: v2\n  digest: " + DIGEST + "\n");
    assertThat(refused(text, KustomizeImageEdit.tag("a", "v2")).next())
        .contains("from: tagAndDigest");
  }

  @Test
  void anEmptyRivalIsNone() {
    String tag = "images:\n- name: a\n  newTag: v1\n  digest: \"\"\n";
    assertThat(edited(tag, KustomizeImageEdit.tag("a", "v2"))).isEqualTo(tag.replace("v1", "v2"));
    assertThat(edited(tag, KustomizeImageEdit.digest("a", DIGEST)))
        .isEqualTo("images:\n- name: a\n  newTag: \"\"\n  digest: \"" + DIGEST + "\"\n");
    String none = "images:\n- name: a\n  newTag: v1\n  digest:\n";
    assertThat(edited(none, KustomizeImageEdit.tag("a", "v2"))).isEqualTo(none.replace("v1", "v2"));
  }

  @Test
  void versionIsAnotherNameOfRefAndRefWins() {
    String text = "resources:\n- https://h/r//x?version=v1&timeout=9s\n";
    assertThat(edited(text, new RemoteRefEdit("https://h/r", "v2")))
        .isEqualTo(text.replace("v1", "v2"));
    String both = "resources:\n- https://h/r//x?version=v1&ref=v0\n";
    assertThat(edited(both, new RemoteRefEdit("https://h/r", "v2")))
        .isEqualTo(both.replace("v0", "v2"));
    String empty = "resources:\n- https://h/r//x?version=v1&ref=\n";
    assertThat(edited(empty, new RemoteRefEdit("https://h/r", "v2")))
        .isEqualTo(empty.replace("v1", "v2"));
  }

  private static KustomizeImageEdit append(String name) {
    return new KustomizeImageEdit(
        name, Optional.empty(), Optional.of("v1"), Optional.empty(), Absent.APPEND);
  }
}
