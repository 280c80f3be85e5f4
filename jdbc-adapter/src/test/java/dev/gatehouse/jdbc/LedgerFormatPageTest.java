package dev.gatehouse.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.history.ApplicationEvent;
import dev.gatehouse.history.Checkpoint;
import dev.gatehouse.history.HashChain;
import dev.gatehouse.history.LedgerEntry;
import dev.gatehouse.history.PromotionEvent;
import dev.gatehouse.history.RowsDigest;
import dev.gatehouse.history.ShardEvent;
import dev.gatehouse.history.StreamId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of the ledger's format says what the code does. */
class LedgerFormatPageTest {
  private static final Path PAGE = Path.of("../docs/reference/ledger-format.md");
  private static final Path GOLDEN = Path.of("../promotion-testkit/src/test/resources/histories");

  @TempDir Path folder;

  @Test
  void thePageListsEveryTableAndColumn() throws SQLException, IOException {
    JdbcSettings settings = JdbcSettings.embedded(folder.resolve("ledger"));
    JdbcPlatform.open(settings).close();
    List<String> lines = new ArrayList<>(List.of("| table | column | type |", "|---|---|---|"));
    try (Connection connection = DriverManager.getConnection(settings.url(), "sa", "");
        Statement select = connection.createStatement();
        ResultSet row =
            select.executeQuery(
                "SELECT LOWER(table_name), LOWER(column_name), LOWER(data_type),"
                    + " character_maximum_length, is_nullable FROM information_schema.columns"
                    + " WHERE table_schema = 'PUBLIC' AND table_name <> 'schema_version'"
                    + " ORDER BY table_name, ordinal_position")) {
      while (row.next()) {
        lines.add(
            "| `" + row.getString(1) + "` | `" + row.getString(2) + "` | " + type(row) + " |");
      }
    }
    keep("tables", lines);
  }

  private static String type(ResultSet row) throws SQLException {
    long length = row.getLong(4);
    boolean text = row.getString(3).equals("character varying");
    String type =
        row.getString(3).equals("character large object")
            ? "text"
            : text ? "text, at most " + length : row.getString(3);
    return type + (row.getString(5).equals("YES") ? ", may be empty" : "");
  }

  @Test
  void thePageListsEveryEventWithItsFields() throws IOException {
    EventWords words = new EventWords();
    List<String> lines = new ArrayList<>();
    for (Class<?> family :
        List.of(PromotionEvent.class, ApplicationEvent.class, ShardEvent.class)) {
      String stream = family.getSimpleName().replace("Event", "").toLowerCase(Locale.ROOT);
      lines.addAll(List.of("", "Of a stream of " + stream + ":", ""));
      lines.addAll(List.of("| `type` | properties |", "|---|---|"));
      lines.addAll(words.family(family));
    }
    lines.addAll(List.of("", "What these name:", "", "| name | properties |", "|---|---|"));
    lines.addAll(words.types());
    keep("events", lines);
  }

  @Test
  void everyEventOfTheGoldenHistoriesIsOnThePage() throws IOException {
    String page = Files.readString(PAGE);
    Pattern type = Pattern.compile("\\\\\"event\\\\\":\\{\\\\\"type\\\\\":\\\\\"([A-Z_]+)");
    int seen = 0;
    try (Stream<Path> files = Files.list(GOLDEN)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".jsonl")).toList()) {
        Matcher found = type.matcher(Files.readString(file));
        while (found.find()) {
          assertThat(page).contains("| `" + found.group(1) + "` |");
          seen++;
        }
      }
    }
    assertThat(seen).isGreaterThan(30);
  }

  /** The formula of the page, written out again without the code that it describes. */
  @Test
  void theHashOfARowIsTheOneThatThePageDescribes() throws NoSuchAlgorithmException {
    for (String key : List.of("shop-prod-1", "shard:prod-eu", "application:shop")) {
      String payload = "{\"at\":\"2026-11-22T10:00:00Z\"}";
      LedgerEntry row = HashChain.next(StreamId.parse(key), 12, payload, HashChain.GENESIS);
      String input =
          "t64:"
              + "0".repeat(64)
              + "t"
              + key.length()
              + ":"
              + key
              + "n2:12t"
              + payload.length()
              + ":"
              + payload;
      assertThat(row.hash()).isEqualTo(sha256(input));
    }
  }

  @Test
  void theHashOfACheckpointIsTheOneThatThePageDescribes() throws NoSuchAlgorithmException {
    Instant at = Instant.parse("2026-11-22T10:00:00.123Z");
    String rows = new RowsDigest().add("a".repeat(64)).add("b".repeat(64)).seal();
    assertThat(rows).isEqualTo(sha256("a".repeat(64) + "b".repeat(64)));
    assertThat(Checkpoint.next(3, at, 12, rows, HashChain.GENESIS).hash())
        .isEqualTo(sha256("n1:3d24:" + at + "n2:12t64:" + rows + "t64:" + HashChain.GENESIS));
  }

  private static String sha256(String text) throws NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static void keep(String section, List<String> lines) throws IOException {
    String start = "<!-- " + section + ": written by LedgerFormatPageTest -->\n";
    String end = "\n<!-- end of " + section + " -->";
    String page = Files.readString(PAGE);
    int from = page.indexOf(start) + start.length();
    int to = page.indexOf(end);
    assertThat(from).isGreaterThan(start.length());
    String wanted = "\n" + String.join("\n", lines).strip() + "\n";
    if (Boolean.getBoolean("gatehouse.docs.update")) {
      Files.writeString(PAGE, page.substring(0, from) + wanted + page.substring(to));
      page = Files.readString(PAGE);
      to = page.indexOf(end);
    }
    assertThat(page.substring(from, to))
        .as("run: mvn test -pl jdbc-adapter -am -Dgatehouse.docs.update=true")
        .isEqualTo(wanted);
  }
}
