package dev.gatehouse.git.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TreePathTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../x",
        "a/../b",
        "/etc/passwd",
        "a//b",
        "a/./b",
        "a\\b",
        ".git/config",
        "a/.GIT/hooks",
        ".git ",
        ".git.",
        "git~1",
        ".g\u200cit/config",
        "a/\u0000b",
        "a\nb",
        ".git::$INDEX_ALLOCATION",
        "C:\\x",
        "a/..",
        "//host/x",
        "a/b/" + "../c"
      })
  void aPathThatCouldLeaveTheRepositoryIsRefused(String path) {
    assertThatThrownBy(() -> TreePath.parse(path))
        .isInstanceOf(TreeRefusedException.class)
        .hasMessageNotContaining("\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "a/b.yaml",
        "./a/b",
        "a/b/",
        ".gitignore",
        ".github/x",
        "a b/c",
        "\u00fc/x",
        "..a/b.."
      })
  void anOrdinaryPathIsTaken(String path) throws TreeRefusedException {
    assertThat(TreePath.parse(path).segments()).isNotEmpty();
  }

  @Test
  void aRelativeReferenceMayClimbButNotOut() throws TreeRefusedException {
    TreePath folder = TreePath.parse("apps/prod");
    assertThat(folder.resolve("../../base/x.yaml")).hasToString("base/x.yaml");
    assertThat(folder.resolve("./x")).hasToString("apps/prod/x");
    assertThatThrownBy(() -> folder.resolve("../../../x")).isInstanceOf(TreeRefusedException.class);
    assertThatThrownBy(() -> folder.resolve("/x")).isInstanceOf(TreeRefusedException.class);
    assertThatThrownBy(() -> folder.resolve("../.git/x")).isInstanceOf(TreeRefusedException.class);
  }
}
