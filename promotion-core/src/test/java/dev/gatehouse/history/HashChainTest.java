package dev.gatehouse.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.change.CanonicalDigest;
import dev.gatehouse.plan.PromotionId;
import org.junit.jupiter.api.Test;

class HashChainTest {
  @Test
  void theHashIsTheCanonicalDigestOfWhatStandsInTheRow() {
    PromotionId promotion = new PromotionId("checkout-prod-1");
    for (String payload : new String[] {"", "{}", "Grüße 日本", "x".repeat(5_000)}) {
      LedgerEntry row = HashChain.next(StreamId.of(promotion), 12, payload, HashChain.GENESIS);
      String expected =
          new CanonicalDigest()
              .add(HashChain.GENESIS)
              .add(promotion.value())
              .add(12L)
              .add(payload)
              .hex();
      assertThat(row.hash()).isEqualTo(expected);
      assertThat(HashChain.isSound(row)).isTrue();
    }
  }
}
