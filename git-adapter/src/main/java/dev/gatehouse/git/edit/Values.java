package dev.gatehouse.git.edit;

import dev.gatehouse.git.edit.EditRefusal.Code;

/** Refuses values that no registry or Git server would hand out. */
final class Values {

  private Values() {}

  static void refuseOddRevision(YamlText text, String revision) throws EditRefusedException {
    boolean odd =
        revision.isBlank()
            || revision.chars().anyMatch(c -> c <= ' ' || c == 0x7f || "?&#".indexOf(c) >= 0);
    if (odd) {
      throw text.refuse(
          Code.INVALID_VALUE,
          "",
          "'" + revision.strip() + "' is not a revision",
          "give a branch, a tag or a commit id without spaces, '?', '&' or '#'");
    }
  }

  static void refuseOddTag(YamlText text, String tag) throws EditRefusedException {
    if (!tag.matches("[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}")) {
      throw text.refuse(
          Code.INVALID_VALUE,
          "",
          "'" + tag.strip() + "' is not an image tag",
          "give up to 128 letters, digits, '_', '.', '-', not starting with '.' or '-'");
    }
  }

  static void refuseOddDigest(YamlText text, String digest) throws EditRefusedException {
    if (!digest.matches("[a-z0-9]+([+._-][a-z0-9]+)*:[0-9a-fA-F]{32,128}")) {
      throw text.refuse(
          Code.INVALID_VALUE,
          "",
          "'" + digest.strip() + "' is not an image digest",
          "give it as sha256: and 64 hexadecimal digits");
    }
  }
}
