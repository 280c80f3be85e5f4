package dev.gatehouse.git.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** What was written is read as the same text by a reader of YAML 1.1 and by one of 1.2. */
class WrittenScalarPropertyTest {
  private static final Load YAML_12 =
      new Load(LoadSettings.builder().setSchema(new CoreSchema()).build());

  @Property(tries = 3_000)
  void theWrittenTagIsTextToEveryReader(@ForAll("tags") String tag, @ForAll("olds") String old) {
    String text = "image:\n  tag: " + old + "\nother: 1\n";
    String edited = Edits.edited(text, Edits.value("image.tag", tag));
    String written = edited.split("\n", -1)[1].substring("  tag: ".length());
    assertThat(YAML_12.loadFromString(written)).as(written).isEqualTo(tag);
    assertThat(GoReader.isText(written)).as("YAML 1.1: " + written).isTrue();
    String entry = "images:\n- name: a\n  newTag: " + old + "\n";
    String newTag = Edits.edited(entry, KustomizeImageEdit.tag("a", tag)).split("newTag: ", 2)[1];
    assertThat(YAML_12.loadFromString(newTag)).as(newTag).isEqualTo(tag);
    assertThat(GoReader.isText(newTag.strip())).as("YAML 1.1: " + newTag).isTrue();
  }

  @Property(tries = 1_000)
  void aTagThatIsAlreadyThereButReadAsSomethingElseIsWrittenAgain(@ForAll("tags") String tag) {
    String text = "tag: " + tag + "\n";
    String edited = Edits.edited(text, Edits.value("tag", tag));
    assertThat(GoReader.isText(edited.strip().substring("tag: ".length()))).as(edited).isTrue();
  }

  private static final List<String> TRICKY =
      List.of(
          """
          y No ON off TRUE null Null NULL nan 0b1 0B1 0o7 0O7 0x1F 0X1F 1_0 1e_5 0_7 190e1 553640e6 1.10
          0123 2026-01-02 12345678 1. 7E9 0xdeadbeef 09 1__ 0x 0b 0b2 0b-1 0o-7 0x-0 0x-f"""
              .split("\\s+", -1));

  @Provide
  Arbitrary<String> olds() {
    return Arbitraries.of("v1", "1.9", "17", "yes", "\"v1\"", "'v1'", "1e3", "~", "2026-01-01");
  }

  @Provide
  Arbitrary<String> tags() {
    Arbitrary<String> words = Arbitraries.of(TRICKY);
    Arbitrary<String> numberLike =
        Arbitraries.strings().withChars("0123456789eExXoObB_.-").ofMinLength(1).ofMaxLength(9);
    Arbitrary<String> hex =
        Arbitraries.strings().withChars("0123456789abcdef").ofMinLength(7).ofMaxLength(12);
    Arbitrary<String> dates =
        Combinators.combine(
                Arbitraries.integers().between(1, 9999),
                Arbitraries.integers().between(1, 12),
                Arbitraries.integers().between(1, 31))
            .as((y, m, d) -> String.format(Locale.ROOT, "%04d-%d-%02d", y, m, d));
    return Arbitraries.oneOf(words, numberLike, hex, dates)
        .filter(t -> t.matches("[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}"));
  }

  /** How the reader of Helm, kustomize and kubectl resolves a scalar, written from its source. */
  private static final class GoReader {
    private static final Set<String> WORDS =
        Set.of(
            "y", "Y", "yes", "Yes", "YES", "on", "On", "ON", "true", "True", "TRUE", "n", "N", "no",
            "No", "NO", "off", "Off", "OFF", "false", "False", "FALSE", "", "~", "null", "Null",
            "NULL", ".nan", ".NaN", ".NAN", ".inf", ".Inf", ".INF", "+.inf", "-.inf", "<<");

    static boolean isText(String written) {
      if (written.startsWith("\"") || written.startsWith("'")) {
        return true;
      }
      return !WORDS.contains(written) && !isNumber(written) && !isTime(written);
    }

    private static boolean isNumber(String written) {
      if ("+-.0123456789".indexOf(written.charAt(0)) < 0) {
        return false;
      }
      String plain = written.replace("_", "");
      return integer(plain).isPresent()
          || plain.matches("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    }

    private static Optional<java.math.BigInteger> integer(String plain) {
      String body = plain.replaceFirst("^[-+]", "").toLowerCase(Locale.ROOT);
      try {
        if (body.startsWith("0x")) {
          // Only a binary or octal number may carry a sign behind its prefix.
          return body.startsWith("0x-")
              ? Optional.empty()
              : Optional.of(new java.math.BigInteger(body.substring(2), 16));
        }
        if (body.startsWith("0b")) {
          return Optional.of(new java.math.BigInteger(body.substring(2), 2));
        }
        if (body.startsWith("0o")) {
          return Optional.of(new java.math.BigInteger(body.substring(2), 8));
        }
        return Optional.of(new java.math.BigInteger(body));
      } catch (NumberFormatException e) {
        return Optional.empty();
      }
    }

    private static boolean isTime(String written) {
      return written.matches("[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt ].*)?");
    }
  }
}
