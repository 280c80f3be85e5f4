package dev.gatehouse.jenkins.build;

import static dev.gatehouse.jenkins.build.Builds.changes;
import static dev.gatehouse.jenkins.build.Builds.commit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.change.Author;
import dev.gatehouse.change.Change;
import dev.gatehouse.change.Revision;
import dev.gatehouse.reason.InvalidConfigurationException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BuildRecordTest {
  private static BuildRecord record(String job, String link, String commit, BuildChanges... all) {
    return new BuildRecord(
        job, 3, Optional.of(link), Optional.of(commit), List.of(all), Optional.empty(), Builds.AT);
  }

  @Test
  void authorsOfBuildsThatWereNeverPromotedAreAuthorsOfTheChange() {
    BuildRecord build =
        record(
            "shop",
            "https://ci/",
            commit('c'),
            changes('c', "cleo"),
            changes('b', "bob", "ann"),
            changes('a', "ann"));

    assertThat(build.authorsSince(Optional.of(new Revision(commit('a')))))
        .containsExactly("cleo", "bob", "ann");
    assertThat(build.authorsSince(Optional.of(new Revision(commit('b'))))).containsExactly("cleo");
  }

  @Test
  void withoutAPromotedBuildEveryKnownAuthorCounts() {
    BuildRecord build =
        record("shop", "https://ci/", commit('b'), changes('b', "bob"), changes('a', "ann"));

    assertThat(build.authorsSince(Optional.empty())).containsExactly("bob", "ann");
    assertThat(build.authorsSince(Optional.of(new Revision(commit('f')))))
        .containsExactly("bob", "ann");
  }

  @Test
  void aLinkWithAPasswordIsDropped() {
    assertThat(record("shop", "https://ann:secret@ci.example.com/1", commit('a')).link()).isEmpty();
    assertThat(record("shop", "javascript:alert(1)", commit('a')).link()).isEmpty();
    assertThat(record("shop", "https://ci/\r\nSet-Cookie: a", commit('a')).link()).isEmpty();
    assertThat(record("shop", "https://ci.example.com/job/1/", commit('a')).link()).isPresent();
  }

  @Test
  void aCommitThatIsNoneIsDropped() {
    assertThat(record("shop", "https://ci/", "main").revision()).isEmpty();
    assertThat(record("shop", "https://ci/", "abcdef1").revision()).isEmpty();
    assertThat(record("shop", "https://ci/", " " + commit('A') + "\n").revision())
        .contains(new Revision(commit('a')));
  }

  @Test
  void whatOthersWroteIsBoundedAndShowsWhatItIs() {
    BuildRecord build = record("a\u001b[31m\u202eb" + "x".repeat(5_000), "https://ci/", "");
    assertThat(build.name()).hasSizeLessThan(220).doesNotContain("\u001b").doesNotContain("\u202e");

    List<String> many = IntStream.range(0, 50_000).mapToObj(i -> "a" + i).toList();
    assertThat(new BuildChanges(Optional.empty(), many).authors()).hasSizeLessThanOrEqualTo(2_000);
    assertThat(changes('a', "x".repeat(9_000), " ", "b\nc").authors())
        .hasSize(2)
        .allMatch(name -> name.length() < 300 && !name.contains("\n"));
  }

  @Test
  void aRequestNamesTheCommitTheAuthorsAndTheBuild() {
    ChangeRequest request =
        new ChangeRequest("shop", "prod", List.of(" registry.example/shop:2 "), " ");
    Change change = request.change(Builds.green(), Optional.empty());

    assertThat(change.source()).contains(new Revision(commit('a')));
    assertThat(change.authors()).containsExactly(new Author("ann"));
    assertThat(change.title()).isEqualTo("shop/main #12");
    assertThat(change.artifacts()).hasSize(1);
  }

  @Test
  void aMisspeltImageIsRefusedWithItsText() {
    ChangeRequest request =
        new ChangeRequest("shop", "prod", List.of("registry.example/shop:2; rm -rf /"), "");

    assertThatThrownBy(() -> request.change(Builds.green(), Optional.empty()))
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessageContaining("artifact 'registry.example/shop");
  }

  @Test
  void moreImagesThanAChangeMayHaveAreRefused() {
    ChangeRequest request = new ChangeRequest("shop", "prod", Collections.nCopies(201, "a:1"), "");

    assertThatThrownBy(() -> request.change(Builds.green(), Optional.empty()))
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessageContaining("at most 200");
  }
}
