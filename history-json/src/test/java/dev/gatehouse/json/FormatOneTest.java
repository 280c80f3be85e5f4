package dev.gatehouse.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Exports of the time when every stream was a promotion. */
class FormatOneTest {
  private static final Path OLD =
      Path.of("../promotion-testkit/src/test/resources/histories/approved.jsonl");

  @Test
  void anExportOfFormatOneIsStillIntact() throws IOException {
    assertThat(intact(Files.readString(OLD))).isTrue();
  }

  @Property(tries = 300)
  void anyFlippedBitOfFormatOneIsFound(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    byte[] file = Files.readAllBytes(OLD);
    file[random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(8));
    assertThat(intact(new String(file, StandardCharsets.ISO_8859_1))).isFalse();
  }

  @Test
  void aFileOfMixedFormatsIsNoExport() throws IOException {
    String old = Files.readString(OLD);
    for (List<String> change :
        List.of(
            List.of("\"format\":1", "\"format\":2"),
            List.of("\"format\":1", "\"format\":3"),
            List.of("\"promotions\":", "\"streams\":"),
            List.of("\"HEAD\",\"promotion\":", "\"HEAD\",\"stream\":"),
            List.of("\"ENTRY\",\"promotion\":", "\"ENTRY\",\"stream\":"))) {
      assertThat(old).contains(change.get(0));
      assertThat(intact(old.replace(change.get(0), change.get(1)))).as("%s", change).isFalse();
    }
  }

  private static boolean intact(String file) throws IOException {
    byte[] bytes = file.getBytes(StandardCharsets.ISO_8859_1);
    return new LedgerReader(new ByteArrayInputStream(bytes), "old.jsonl").verify().isIntact();
  }
}
