package dev.gatehouse.git.edit;

import dev.gatehouse.git.edit.EditRefusal.Code;
import dev.gatehouse.git.yaml.YamlDocument;
import dev.gatehouse.git.yaml.YamlNode;
import dev.gatehouse.git.yaml.YamlReader;
import dev.gatehouse.git.yaml.YamlReading;
import java.util.List;
import java.util.Optional;

/**
 * A YAML text with its documents, as an edit sees it; immutable.
 *
 * @param file the name used in refusals
 * @param text the text
 * @param documents its documents
 * @param shares whether values that several places share may be changed
 */
public record YamlText(String file, String text, List<YamlDocument> documents, boolean shares) {
  /** Copies the documents. */
  public YamlText {
    documents = List.copyOf(documents);
  }

  /** A text whose shared values are refused. */
  public YamlText(String file, String text, List<YamlDocument> documents) {
    this(file, text, documents, false);
  }

  /** The same text with leave to change shared values. */
  YamlText sharing() {
    return new YamlText(file, text, documents, true);
  }

  /**
   * Reads the text.
   *
   * @throws EditRefusedException when it is not clear YAML
   */
  static YamlText read(String file, String text, YamlReader reader) throws EditRefusedException {
    YamlReading reading = reader.read(text);
    if (reading instanceof YamlReading.Read read) {
      return new YamlText(file, text, read.documents());
    }
    YamlReading.Unreadable unreadable = (YamlReading.Unreadable) reading;
    throw new EditRefusedException(
        new EditRefusal(
            Code.UNREADABLE,
            file,
            Optional.of(unreadable.line()),
            "",
            unreadable.problem(),
            "correct the file in the repository at this line"));
  }

  /** The top node of every document. */
  List<Cursor> roots() {
    return documents.stream().map(d -> Cursor.root(this, d)).toList();
  }

  /** The line break this text uses. */
  String lineBreak() {
    int feed = text.indexOf('\n');
    return feed > 0 && text.charAt(feed - 1) == '\r' ? "\r\n" : "\n";
  }

  EditRefusedException refuse(Code code, YamlNode at, String path, String found, String next) {
    return new EditRefusedException(
        new EditRefusal(code, file, Optional.of(at.span().line()), path, found, next));
  }

  EditRefusedException refuse(Code code, String path, String found, String next) {
    return new EditRefusedException(
        new EditRefusal(code, file, Optional.empty(), path, found, next));
  }
}
