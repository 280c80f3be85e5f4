package dev.gatehouse.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.change.Author;
import dev.gatehouse.history.HashChain;
import dev.gatehouse.history.LedgerEntry;
import dev.gatehouse.history.PromotionEvent;
import dev.gatehouse.history.Recorded;
import dev.gatehouse.history.StreamId;
import dev.gatehouse.identity.Actor;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.reason.PlatformException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class HistoryJsonTest {
  private static final String WRITE = "gatehouse.golden.write";
  private static final PromotionId ID = new PromotionId("checkout-prod-1");
  private static final Instant AT = Instant.parse("2026-11-22T10:00:00.123456789Z");

  @Property(tries = 300)
  void everyEventComesBackAsItWasWritten(@ForAll long seed) {
    AnyValue any = new AnyValue(seed);
    for (Class<?> type : PromotionEvent.class.getPermittedSubclasses()) {
      Recorded recorded =
          new Recorded(ID, 7, AT, (Actor) any.of(Actor.class), (PromotionEvent) any.of(type));
      String payload = HistoryJson.payload(recorded);
      Recorded back =
          HistoryJson.read(HashChain.next(StreamId.of(ID), 7, payload, HashChain.GENESIS));
      assertThat(back).isEqualTo(recorded);
      assertThat(HistoryJson.payload(back)).isEqualTo(payload);
      assertThat(payload).contains("\"event\":{\"type\":\"" + recorded.event().type() + "\"");
      assertThat(payload.chars().allMatch(c -> c >= 32 && c < 127)).isTrue();
    }
  }

  @Test
  void theTextOfEveryEventStaysReadable() throws IOException {
    if (System.getProperty(WRITE) != null) {
      writeGolden();
    }
    Set<String> seen = new HashSet<>();
    for (String payload : golden()) {
      seen.add(read(payload).event().getClass().getSimpleName());
    }
    assertThat(seen)
        .as("a new event needs a line in payloads.jsonl: run this test once with -D%s", WRITE)
        .isEqualTo(
            Arrays.stream(PromotionEvent.class.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .collect(Collectors.toSet()));
  }

  @Test
  void whatLaterVersionsAddIsIgnored() {
    String payload =
        """
        {"at":"2026-11-22T10:00:00Z","colour":"green","by":{"id":"ann","kind":"PERSON","groups":[],
        "badge":{"no":7}},"event":{"type":"REJECTED","why":"no","mood":["bad"]}}
        """;
    assertThat(read(payload).event()).isEqualTo(new PromotionEvent.Rejected("no"));
  }

  @Test
  void aListThatAnEarlierVersionDidNotKnowIsEmpty() {
    String payload =
        """
        {"at":"2026-11-22T10:00:00Z","by":{"id":"ann","kind":"PERSON"},
        "event":{"type":"ROLL_BACK_STARTED","reason":{"code":"a","what":"b","where":"c","next":"d"}}}
        """;
    assertThat(((PromotionEvent.RollBackStarted) read(payload).event()).targets()).isEmpty();
  }

  @Test
  void aKindOfALaterVersionIsRefusedWithWhereAndNext() {
    String payload =
        """
        {"at":"2026-11-22T10:00:00Z","by":{"id":"ann","kind":"PERSON","groups":[]},
        "event":{"type":"TELEPORTED"}}
        """;
    assertThatThrownBy(() -> read(payload))
        .isInstanceOfSatisfying(
            PlatformException.class,
            e -> {
              assertThat(e.reason().code()).isEqualTo(HistoryJson.UNREADABLE);
              assertThat(e.reason().where()).contains("checkout-prod-1", "row 1");
              assertThat(e.reason().next()).contains("upgrade");
            });
  }

  @Test
  void aRecordOfOneOtherComponentStaysAnObject() {
    assertThat(DomainMapper.MAPPER.valueToTree(new Author("ann")).toString())
        .isEqualTo("{\"id\":\"ann\"}");
  }

  private static Recorded read(String payload) {
    return HistoryJson.read(new LedgerEntry(StreamId.of(ID), 1, payload, HashChain.GENESIS, ""));
  }

  private static void writeGolden() throws IOException {
    AnyValue any = new AnyValue(1);
    StringBuilder lines = new StringBuilder();
    for (Class<?> type : PromotionEvent.class.getPermittedSubclasses()) {
      Recorded recorded =
          new Recorded(ID, 1, AT, (Actor) any.of(Actor.class), (PromotionEvent) any.of(type));
      lines.append(HistoryJson.payload(recorded)).append('\n');
    }
    Path target = Path.of("src/test/resources/dev/gatehouse/json/payloads.jsonl");
    Files.writeString(target, lines, StandardCharsets.US_ASCII);
    throw new AssertionError("written: " + target.toAbsolutePath() + "; run again without -D");
  }

  private static List<String> golden() throws IOException {
    try (InputStream in = HistoryJsonTest.class.getResourceAsStream("payloads.jsonl")) {
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().toList();
    }
  }
}
