package dev.gatehouse.git.edit;

import dev.gatehouse.git.edit.EditRefusal.Code;
import dev.gatehouse.git.yaml.YamlNode.Mapping;
import java.util.List;

/** Keeps files that SOPS encrypts as their owner can still decrypt them. */
final class Encryption {
  private static final String ENCRYPTED = "ENC[";

  private Encryption() {}

  /**
   * Refuses what would replace an encrypted value by a clear one, or break the file's MAC.
   *
   * @throws EditRefusedException when one of the patches would
   */
  static void check(YamlText text, List<Patch> patches) throws EditRefusedException {
    for (Patch patch : patches) {
      if (patch.change().map(ValueChange::before).filter(Encryption::isCipher).isPresent()) {
        throw text.refuse(
            Code.ENCRYPTED,
            patch.change().map(ValueChange::place).orElse(""),
            "the value is encrypted (ENC[...]) and would be replaced by a clear one",
            "let the update name a value that is not encrypted, or move this one to a file of its"
                + " own");
      }
    }
    for (Cursor root : text.roots()) {
      if (root.node() instanceof Mapping mapping && mapping.get("sops").isPresent()) {
        checkMac(text, root, patches);
      }
    }
  }

  private static void checkMac(YamlText text, Cursor root, List<Patch> patches)
      throws EditRefusedException {
    Cursor sops = root.get("sops").orElseThrow();
    if (sops.string("mac").isEmpty()) {
      return;
    }
    if (!sops.says("mac_only_encrypted", "true")) {
      throw text.refuse(
          Code.ENCRYPTED,
          sops.node(),
          "sops.mac",
          "SOPS signs every value of this file, and any edit would make it undecryptable",
          "set mac_only_encrypted: true in .sops.yaml and encrypt the file again, or move the"
              + " promoted value to a file without secrets");
    }
    for (Patch patch : patches) {
      boolean adds = patch.start() == patch.end() && !patch.text().isEmpty();
      boolean metadata = patch.change().filter(c -> c.place().startsWith("sops.")).isPresent();
      if (adds || metadata) {
        throw text.refuse(
            Code.ENCRYPTED,
            patch.change().map(ValueChange::place).orElse("sops"),
            metadata
                ? "this belongs to SOPS"
                : "a value would be added in clear to a file that SOPS encrypts",
            metadata ? "correct the path in the update" : "add the value once with `sops set`");
      }
    }
  }

  private static boolean isCipher(String value) {
    return value.startsWith(ENCRYPTED);
  }
}
