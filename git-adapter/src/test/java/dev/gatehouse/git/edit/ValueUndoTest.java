package dev.gatehouse.git.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ValueUndoTest {
  private static final String BEFORE = "image:\n  tag: v1\nreplicaCount: 2\n";
  private static final String WRITTEN = "image:\n  tag: v2\nreplicaCount: 2\n";

  private static String undone(String before, String written, String now) {
    return ValueUndo.of(before, written, now).orElseThrow().text();
  }

  @Test
  void aNeighbouringLineThatChangedStaysAndTheOldValueIsBack() {
    assertThat(undone(BEFORE, WRITTEN, "image:\n  tag: v2\nreplicaCount: 5\n"))
        .isEqualTo("image:\n  tag: v1\nreplicaCount: 5\n");
  }

  @Test
  void aCommentOnTheSameLineStays() {
    assertThat(undone(BEFORE, WRITTEN, "image:\n  tag: v2 # theirs\n  x: 1\nreplicaCount: 2\n"))
        .isEqualTo("image:\n  tag: v1 # theirs\n  x: 1\nreplicaCount: 2\n");
  }

  @Test
  void anItemIsFoundByItsNameWhenAnotherWasAddedInFront() {
    String item = "images:\n- name: web\n  newTag: %s\n";
    assertThat(
            undone(
                item.formatted("v1"),
                item.formatted("v2"),
                "images:\n- name: api\n  newTag: v2\n- name: web\n  newTag: v2\n"))
        .isEqualTo("images:\n- name: api\n  newTag: v2\n- name: web\n  newTag: v1\n");
  }

  @Test
  void aDocumentIsFoundByItsKindAndName() {
    String document = "kind: A\nmetadata:\n  name: %s\nspec: %s\n---\n";
    String other = "kind: B\nmetadata:\n  name: x\nspec: 7\n";
    String now = "kind: C\nspec: s2\n---\n" + document.formatted("a", "s2") + other;
    assertThat(
            undone(
                document.formatted("a", "s1") + other, document.formatted("a", "s2") + other, now))
        .isEqualTo("kind: C\nspec: s2\n---\n" + document.formatted("a", "s1") + other);
  }

  @Test
  void anotherQuotingOfOurValueIsStillOurs() {
    assertThat(undone(BEFORE, WRITTEN, "image:\n  tag: \"v2\"\nreplicaCount: 3\n"))
        .isEqualTo("image:\n  tag: v1\nreplicaCount: 3\n");
  }

  @Test
  void aValueThatWasChangedAgainIsLeftAndNamedWhileOthersGoBack() {
    ValueUndo undo =
        ValueUndo.of("a: 1\nb: x\nc: 0\n", "a: 2\nb: y\nc: 0\n", "a: 2\nb: z\nc: 9\n")
            .orElseThrow();
    assertThat(undo.text()).isEqualTo("a: 1\nb: z\nc: 9\n");
    assertThat(undo.left()).containsExactly("b is now z");
  }

  @Test
  void aValueThatWasTakenOutIsNamed() {
    assertThat(ValueUndo.of(BEFORE, WRITTEN, "replicaCount: 2\n").orElseThrow().left())
        .containsExactly("image.tag is no longer there");
  }

  @Test
  void aValueThatIsBackAlreadyNeedsNothing() {
    ValueUndo undo = ValueUndo.of(BEFORE, WRITTEN, BEFORE.replace("2", "3")).orElseThrow();
    assertThat(undo.text()).isEqualTo(BEFORE.replace("2", "3"));
    assertThat(undo.left()).isEmpty();
  }

  @Test
  void moreThanValuesIsNotUndoneByValue() {
    assertThat(ValueUndo.of(BEFORE, WRITTEN + "more: 1\n", WRITTEN)).isEqualTo(Optional.empty());
    assertThat(ValueUndo.of("# old\n" + BEFORE, "# new\n" + WRITTEN, WRITTEN)).isEmpty();
    assertThat(ValueUndo.of("a: |\n  x\n", "a: |\n  y\n", "a: |\n  y\nb: 1\n")).isEmpty();
  }

  @Test
  void whatIsNotClearYamlIsNotUndoneByValue() {
    assertThat(ValueUndo.of(BEFORE, WRITTEN, "image: [\n")).isEmpty();
  }
}
