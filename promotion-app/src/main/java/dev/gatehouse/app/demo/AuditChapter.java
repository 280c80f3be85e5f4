package dev.gatehouse.app.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The ledger is proven, and one changed byte is found. */
final class AuditChapter implements Chapter {
  @Override
  public String title() {
    return "The ledger is proven, and one changed byte is found";
  }

  @Override
  public String tell(Story story) {
    story.say(
        "Everything above is in the ledger: who did what, when, on which plan. It can be proven:");
    story.gatehouse(0, "audit", "verify");
    story.gatehouse(0, "audit", "export", "--to", "ledger.jsonl");
    story.say("An attacker prefers another approver and changes one byte in the export:");
    story.show(
        "sed",
        java.util.List.of("s/\"omar\"/\"omur\"/", "ledger.jsonl", ">", "changed.jsonl"),
        "one byte");
    changeOneByte(story.folder().path());
    story.gatehouse(0, "audit", "verify", "--export", "ledger.jsonl");
    Output found = story.gatehouse(4, "audit", "verify", "--export", "changed.jsonl");
    return "one changed byte was found, at " + found.find("where +(.+)");
  }

  private static void changeOneByte(Path folder) {
    try {
      String text = Files.readString(folder.resolve("ledger.jsonl"));
      int at = text.lastIndexOf("omar");
      Files.writeString(
          folder.resolve("changed.jsonl"), text.substring(0, at) + "omur" + text.substring(at + 4));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
