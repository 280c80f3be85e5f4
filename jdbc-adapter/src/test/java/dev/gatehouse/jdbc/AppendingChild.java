package dev.gatehouse.jdbc;

import com.zaxxer.hikari.HikariConfig;
import dev.gatehouse.history.Recorded;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.spi.HistoryStore;
import dev.gatehouse.testkit.contract.Histories;
import java.util.List;
import java.util.Optional;

/** Appends without end and says so after each append has returned. */
final class AppendingChild {
  static final String READY = "ready";
  private static final int THREADS = 3;

  private AppendingChild() {}

  /** Takes the URL, the name of the run, and {@code ours} or {@code stock}. */
  public static void main(String[] arguments) {
    JdbcSettings settings = JdbcSettings.of(arguments[0], Optional.empty(), Optional.empty());
    JdbcPlatform platform =
        arguments[2].equals("stock") ? stock(settings) : JdbcPlatform.open(settings);
    say(READY);
    for (int i = 0; i < THREADS; i++) {
      PromotionId promotion = Histories.id("run-" + arguments[1] + "-" + i);
      new Thread(() -> appendWithoutEnd(platform.history(), promotion)).start();
    }
  }

  /** H2 as it comes. */
  private static JdbcPlatform stock(JdbcSettings settings) {
    HikariConfig config = JdbcPlatform.pooled(settings);
    config.setJdbcUrl(settings.url());
    config.setUsername("sa");
    config.setPassword("");
    return JdbcPlatform.open(settings, config, new Durability(false, WriteTurn.NONE), () -> {});
  }

  private static void appendWithoutEnd(HistoryStore store, PromotionId promotion) {
    store.append(promotion, 0, List.of(Histories.proposed(promotion, "load", "prod")));
    say(promotion + " 1");
    for (long version = 1; ; version++) {
      store.append(promotion, version, List.of(event(promotion, version + 1)));
      say(promotion + " " + (version + 1));
    }
  }

  static Recorded event(PromotionId promotion, long version) {
    return Histories.said(promotion, version, "event " + version + " " + "x".repeat(300));
  }

  /** One write of one whole line, so that a kill leaves no half of it. */
  private static void say(String line) {
    synchronized (System.out) {
      System.out.print(line + "\n");
      System.out.flush();
    }
  }
}
