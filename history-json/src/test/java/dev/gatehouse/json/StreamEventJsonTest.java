package dev.gatehouse.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.change.Revision;
import dev.gatehouse.history.ApplicationEvent;
import dev.gatehouse.history.HashChain;
import dev.gatehouse.history.LedgerEntry;
import dev.gatehouse.history.LedgerEvent;
import dev.gatehouse.history.ShardEvent;
import dev.gatehouse.history.StreamEvent;
import dev.gatehouse.history.StreamId;
import dev.gatehouse.identity.Actor;
import dev.gatehouse.reason.PlatformException;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import dev.gatehouse.stage.TargetName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Events of applications and shards as text, and the text that they must have forever. */
class StreamEventJsonTest {
  private static final Instant AT = Instant.parse("2026-11-22T10:00:00.123456789Z");
  private static final StreamId SHARD = StreamId.parse("shard:prod-eu");
  private static final StreamId APPLICATION = StreamId.parse("application:checkout");
  private static final Map<StreamId, Class<?>> FAMILIES =
      Map.of(SHARD, ShardEvent.class, APPLICATION, ApplicationEvent.class);

  @Property(tries = 100)
  void everyEventOfEveryStreamComesBackAsItWasWritten(@ForAll long seed) {
    AnyValue any = new AnyValue(seed);
    FAMILIES.forEach(
        (stream, family) -> {
          for (Class<?> type : family.getPermittedSubclasses()) {
            StreamEvent event =
                new StreamEvent(
                    stream, 7, AT, (Actor) any.of(Actor.class), (LedgerEvent) any.of(type));
            assertThat(HistoryJson.event(row(stream, HistoryJson.payload(event)))).isEqualTo(event);
          }
        });
  }

  @Test
  void theTextOfEachKindStays() {
    assertThat(text(SHARD, new ShardEvent.Frozen("upgrade", Optional.of(AT))))
        .endsWith(
            "\"event\":{\"type\":\"FROZEN\",\"why\":\"upgrade\","
                + "\"until\":\"2026-11-22T10:00:00.123456789Z\"}}");
    assertThat(text(SHARD, new ShardEvent.Thawed("done")))
        .isEqualTo(
            "{\"at\":\"2026-11-22T10:00:00.123456789Z\",\"by\":{\"id\":\"ann\","
                + "\"kind\":\"PERSON\",\"groups\":[]},"
                + "\"event\":{\"type\":\"THAWED\",\"why\":\"done\"}}");
    ApplicationEvent bypass =
        new ApplicationEvent.BypassFound(
            new TargetName("eu"),
            new Revision("1".repeat(40)),
            new Reason(ReasonCode.of("stage-lost-change"), "a", "b", "c"));
    assertThat(text(APPLICATION, bypass))
        .endsWith(
            "\"event\":{\"type\":\"BYPASS_FOUND\",\"target\":\"eu\",\"revision\":\""
                + "1".repeat(40)
                + "\",\"reason\":{\"code\":\"stage-lost-change\",\"what\":\"a\",\"where\":\"b\","
                + "\"next\":\"c\"}}}");
  }

  private static String text(StreamId stream, LedgerEvent event) {
    return HistoryJson.payload(
        new StreamEvent(
            stream, 1, AT, new Actor("ann", Actor.Kind.PERSON, java.util.Set.of()), event));
  }

  @Test
  void aFreezeWithoutAnEndNeedsNoProperty() {
    String payload =
        "{\"at\":\"2026-11-22T10:00:00Z\",\"by\":{\"id\":\"ann\",\"kind\":\"PERSON\"},"
            + "\"event\":{\"type\":\"FROZEN\",\"why\":\"upgrade\"}}";
    assertThat(HistoryJson.event(row(SHARD, payload)).event())
        .isEqualTo(new ShardEvent.Frozen("upgrade", Optional.empty()));
  }

  @Test
  void anEventInAStreamOfAnotherKindIsRefused() {
    String thawed = text(SHARD, new ShardEvent.Thawed("done"));
    assertThatThrownBy(() -> HistoryJson.event(row(APPLICATION, thawed)))
        .isInstanceOf(PlatformException.class)
        .hasMessageContaining("application checkout, row 7");
    assertThatThrownBy(
            () ->
                new StreamEvent(
                    APPLICATION, 1, AT, Actor.person("ann"), new ShardEvent.Thawed("done")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void everyKeyIsReadBackAsItsStream() {
    for (String key : List.of("shop-prod-1", "shard", "application:a/b", "shard:shop-prod-1")) {
      assertThat(StreamId.parse(key).key()).isEqualTo(key);
    }
    assertThat(StreamId.parse("shop-prod-1").kind()).isEqualTo(StreamId.Kind.PROMOTION);
    assertThat(StreamId.parse("shard:shop-prod-1").kind()).isEqualTo(StreamId.Kind.SHARD);
  }

  private static LedgerEntry row(StreamId stream, String payload) {
    return HashChain.next(stream, 7, payload, HashChain.GENESIS);
  }
}
