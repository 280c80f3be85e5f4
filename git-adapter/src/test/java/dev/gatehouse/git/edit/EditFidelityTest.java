package dev.gatehouse.git.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.git.yaml.ScalarType;
import dev.gatehouse.git.yaml.YamlNode.Scalar;
import dev.gatehouse.git.yaml.YamlReader;
import dev.gatehouse.git.yaml.YamlReading;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the file looks like, exactly the expected lines differ. */
class EditFidelityTest {

  /** A kustomization or values file of real shape, with the lines that hold the expected value. */
  record Shaped(String text, List<Integer> wanted, List<FileEdit> edits) {}

  @Property(tries = 1000)
  void exactlyTheWantedLinesDiffer(@ForAll("files") Shaped file) {
    EditResult result =
        FileEditor.withDefaults().apply("kustomization.yaml", file.text(), file.edits());
    assertThat(result).isInstanceOf(EditResult.Edited.class);
    String edited = ((EditResult.Edited) result).text();
    List<String> before = lines(file.text());
    List<String> after = lines(edited);
    assertThat(after).hasSameSizeAs(before);
    List<Integer> differing = new ArrayList<>();
    for (int i = 0; i < before.size(); i++) {
      if (!before.get(i).equals(after.get(i))) {
        differing.add(i);
      }
    }
    assertThat(differing).isEqualTo(file.wanted());
    assertThat(FileEditor.withDefaults().apply("k", edited, file.edits()))
        .isEqualTo(new EditResult.Edited(edited, List.of()));
  }

  @Property(tries = 1000)
  void whateverIsWrittenIsReadBackAsText(
      @ForAll("values") String value, @ForAll("styles") String style) {
    String text = "a:\n  b: " + style.replace("@", "old") + " # c\n  c: 1\n";
    FileEdit edit = new ValueEdit(YamlPath.parse("a.b"), value);
    EditResult result = FileEditor.withDefaults().apply("f", text, List.of(edit));
    assertThat(result).isInstanceOf(EditResult.Edited.class);
    String edited = ((EditResult.Edited) result).text();
    assertThat(edited).endsWith(" # c\n  c: 1\n");
    YamlReading.Read read = (YamlReading.Read) YamlReader.withDefaults().read(edited);
    YamlText reread = new YamlText("f", edited, read.documents());
    Scalar scalar = (Scalar) target(reread).node();
    assertThat(scalar.value()).isEqualTo(value);
    assertThat(scalar.type()).isEqualTo(ScalarType.STRING);
  }

  @Provide
  Arbitrary<String> values() {
    Arbitrary<String> tricky =
        Arbitraries.of(
            "on",
            "1.10",
            "0123",
            "1e3",
            "null",
            "~",
            "y",
            "0x1",
            "1:30",
            "2026-01-01",
            "- a",
            "a: b",
            "a #b",
            "",
            " ",
            "'",
            "\"",
            "\\",
            "<<",
            "=",
            ".inf",
            "0b1",
            "0o7",
            "1_000",
            "\u0085",
            "\u2028",
            "\ud83d\ude00",
            "---");
    Arbitrary<String> any = Arbitraries.strings().ascii().ofMaxLength(12);
    return Arbitraries.oneOf(
        tricky, any, Arbitraries.strings().ofMaxLength(6).filter(EditFidelityTest::isPaired));
  }

  @Provide
  Arbitrary<String> styles() {
    return Arbitraries.of("@", "'@'", "\"@\"", "!!str @", "&x @", "&x !!str '@'");
  }

  @Provide
  Arbitrary<Shaped> files() {
    Arbitrary<String> lineBreak = Arbitraries.of("\n", "\r\n");
    Arbitrary<Integer> indent = Arbitraries.of(0, 2, 4);
    Arbitrary<String> quote = Arbitraries.of("", "'", "\"");
    Arbitrary<String> comment =
        Arbitraries.of("", "  # {\"$imagepolicy\": \"x:y\"}", " # b\u00fc \ud83d\ude00", "   ");
    Arbitrary<Integer> entries = Arbitraries.integers().between(1, 6);
    Arbitrary<Integer> target = Arbitraries.integers().between(0, 5);
    Arbitrary<String> value = Arbitraries.of("v2.0.1", "1.10", "0123", "deadbeef", "1e9", "true");
    Arbitrary<Boolean> last = Arbitraries.of(true, false);
    return Combinators.combine(lineBreak, indent, quote, comment, entries, target, value, last)
        .as(EditFidelityTest::file);
  }

  private static Shaped file(
      String lineBreak,
      int indent,
      String quote,
      String comment,
      int entries,
      int target,
      String value,
      boolean end) {
    List<String> lines =
        new ArrayList<>(List.of("# head", "kind: Kustomization", "", "resources:"));
    String pad = " ".repeat(indent);
    int wanted = target % entries;
    List<Integer> changed = new ArrayList<>();
    for (int i = 0; i < entries; i++) {
      if (i == wanted) {
        changed.add(lines.size());
      }
      lines.add(pad + "- " + quote + "https://h/o/r" + i + "//k?ref=old" + quote + comment);
    }
    lines.add("images:" + comment);
    for (int i = 0; i < entries; i++) {
      lines.add(pad + "- name: " + quote + "img" + i + quote + comment);
      if (i == wanted) {
        changed.add(lines.size());
      }
      lines.add(pad + "  newTag: " + quote + "old" + quote + comment);
    }
    lines.add("patches: [{path: p.yaml}]" + comment);
    String text = String.join(lineBreak, lines) + (end ? lineBreak : "");
    List<FileEdit> edits =
        List.of(
            new RemoteRefEdit("https://h/o/r" + wanted, value),
            KustomizeImageEdit.tag("img" + wanted, value));
    return new Shaped(text, changed, edits);
  }

  private static List<String> lines(String text) {
    return List.of(text.split("\n", -1));
  }

  private static Cursor target(YamlText text) {
    try {
      return new PathWalk(text, YamlPath.parse("a.b")).target();
    } catch (EditRefusedException e) {
      throw new AssertionError(e);
    }
  }

  private static boolean isPaired(String value) {
    return value.codePoints().noneMatch(c -> c >= 0xd800 && c <= 0xdfff);
  }
}
