package dev.gatehouse.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gatehouse.history.AuditReport;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.reason.InvalidConfigurationException;
import dev.gatehouse.reason.PlatformException;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.testkit.contract.Histories;
import dev.gatehouse.testkit.contract.SeenLedger;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdbcPlatformTest {
  private static final String SECRET = "canary-7f3a";
  private static final PromotionId A = Histories.id("checkout-prod-a");

  @TempDir Path folder;

  private JdbcSettings embedded() {
    return JdbcSettings.embedded(folder.resolve("ledger"));
  }

  @Test
  void aByteChangedInTheDatabaseIsFoundAndNamed() throws SQLException {
    write(5);
    tamper("UPDATE ledger_entry SET payload = REPLACE(payload, 'text 3', 'text 8')");
    assertThat(verify().firstBad().orElseThrow().where())
        .isEqualTo("promotion checkout-prod-a, row 3");
  }

  @Test
  void aRowDeletedFromTheEndWithItsHeadIsFoundByTheSeal() throws SQLException {
    write(5);
    tamper("DELETE FROM ledger_entry WHERE version = 5");
    tamper(
        "UPDATE ledger_stream SET version = 4,"
            + " hash = (SELECT hash FROM ledger_entry WHERE version = 4)");
    assertThat(verify().firstBad().orElseThrow().where()).isEqualTo("checkpoint 1, rows 1 to 5");
  }

  @Test
  void aPromotionThatIsNoNameIsFound() throws SQLException {
    write(2);
    tamper("UPDATE ledger_entry SET stream = '../x' WHERE version = 2");
    assertThatThrownBy(this::verify)
        .isInstanceOf(PlatformException.class)
        .hasMessageContaining("ledger-row-altered")
        .hasMessageContaining("row at position 2");
  }

  private void write(int events) {
    try (JdbcPlatform platform = JdbcPlatform.open(embedded())) {
      platform.history().append(A, 0, List.of(Histories.proposed(A, "checkout", "prod")));
      for (long version = 2; version <= events; version++) {
        platform
            .history()
            .append(A, version - 1, List.of(Histories.said(A, version, "text " + version)));
      }
      platform.history().checkpoint(Histories.AT);
    }
  }

  private void tamper(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:h2:" + folder.resolve("ledger"), "sa", "");
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(sql)).isPositive();
    }
  }

  private AuditReport verify() {
    try (JdbcPlatform platform = JdbcPlatform.open(embedded())) {
      return SeenLedger.of(platform.history()).verify();
    }
  }

  @Test
  void noSecretIsInWhatIsSaidAboutADatabaseThatCannotBeOpened() {
    JdbcSettings settings =
        JdbcSettings.of(
            "jdbc:postgresql://nobody:"
                + SECRET
                + "1@localhost:1/x?user=u&password="
                + SECRET
                + "2",
            Optional.of("u"),
            Optional.of(SECRET + "3"));
    PlatformException e =
        catchThrowableOfType(PlatformException.class, () -> JdbcPlatform.open(settings));
    StringWriter all = new StringWriter();
    e.printStackTrace(new PrintWriter(all));
    assertThat(all.toString() + settings).doesNotContain(SECRET);
    assertThat(e.reason().where()).isEqualTo("database jdbc:postgresql://localhost:1/x");
  }

  @Test
  void anUnknownDatabaseIsRefusedWithWhatIsPossible() {
    JdbcSettings settings =
        JdbcSettings.of("jdbc:oracle:thin:@x", Optional.empty(), Optional.empty());
    assertThatThrownBy(() -> JdbcPlatform.open(settings))
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessageContaining("jdbc:postgresql://host:port/name");
  }

  @Test
  void aFileThatAnotherProgramHoldsIsSaidToBeInUse() throws SQLException {
    write(1);
    try (Connection holder =
        DriverManager.getConnection("jdbc:h2:" + folder.resolve("ledger"), "sa", "")) {
      assertThat(holder.isValid(1)).isTrue();
      try (EmbeddedSource source = new EmbeddedSource(embedded(), Duration.ofMillis(100))) {
        assertThatThrownBy(source::getConnection)
            .isInstanceOfSatisfying(
                SQLException.class,
                e ->
                    assertThat(new Failures(embedded()).unreachable(e))
                        .hasMessageContaining("store-in-use")
                        .hasMessageContaining("does not share it"));
      }
    }
  }

  @Test
  void whatLetsOthersInIsReadableByItsOwnerOnlyAndGoneAfterwards() throws Exception {
    Path door = folder.resolve("ledger.door");
    try (JdbcPlatform platform = JdbcPlatform.open(embedded())) {
      assertThat(platform.history().checkpoints()).isEmpty();
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(door)))
          .isEqualTo("rw-------");
    }
    assertThat(door).doesNotExist();
  }

  @Test
  void anInterruptedThreadDoesNotCloseTheDatabase() {
    try (JdbcPlatform platform = JdbcPlatform.open(embedded())) {
      platform.history().append(A, 0, List.of(Histories.proposed(A, "checkout", "prod")));
      Thread.currentThread().interrupt();
      platform.leases().acquire("x", "me", Histories.AT, Duration.ofMinutes(1));
      assertThat(Thread.interrupted()).isTrue();
      assertThat(platform.history().read(A)).hasSize(1);
    }
  }

  @Test
  void settingsThatWeakenDurabilityAreRefused() {
    JdbcSettings settings =
        JdbcSettings.of(
            "jdbc:h2:" + folder.resolve("weak") + ";WRITE_DELAY=500",
            Optional.empty(),
            Optional.empty());
    assertThatThrownBy(() -> JdbcPlatform.open(settings))
        .isInstanceOf(InvalidConfigurationException.class);
  }

  @Test
  void anAddressOfH2RunsNoCode() throws Exception {
    Path script = folder.resolve("x.sql");
    Files.writeString(script, "CALL CSVWRITE('" + folder.resolve("ran") + "', 'SELECT 1');");
    for (String option : List.of(";INIT=RUNSCRIPT FROM '" + script + "'", ";init=SELECT 1", ";")) {
      JdbcSettings settings =
          JdbcSettings.of(
              "jdbc:h2:file:" + folder.resolve("l") + option, Optional.empty(), Optional.empty());
      assertThatThrownBy(() -> JdbcPlatform.open(settings))
          .isInstanceOf(InvalidConfigurationException.class)
          .hasMessageContaining("forbidden-database-option");
    }
    assertThat(folder.resolve("ran")).doesNotExist();
  }

  @Test
  void anAddressOfPostgresLoadsNoClassAndWritesNoFile() {
    for (String option :
        List.of(
            "socketFactory=evil.Factory",
            "sslmode=require&sslfactory=evil.Factory",
            "loggerFile=" + folder.resolve("written"),
            "authenticationPluginClassName=evil.Plugin",
            "service=evil")) {
      JdbcSettings settings =
          JdbcSettings.of(
              "jdbc:postgresql://localhost:1/x?" + option, Optional.empty(), Optional.empty());
      assertThatThrownBy(() -> JdbcPlatform.open(settings))
          .isInstanceOf(InvalidConfigurationException.class)
          .hasMessageContaining("forbidden-database-option");
    }
    assertThat(folder.resolve("written")).doesNotExist();
  }

  @Test
  void aFolderThatCannotBeUsedIsNamed() throws Exception {
    Files.writeString(folder.resolve("taken"), "not a folder");
    PlatformException e =
        catchThrowableOfType(
            PlatformException.class,
            () -> JdbcPlatform.open(JdbcSettings.embedded(folder.resolve("taken/ledger"))));
    assertThat(e.reason().code()).isEqualTo(Failures.UNREACHABLE);
    assertThat(e.reason().where()).isEqualTo("folder " + folder.resolve("taken"));
    assertThat(e.reason().what()).contains("cannot be read and written");
  }

  @Test
  void theDatabaseKeepsNoTraceOfItsOwn() throws SQLException {
    try (EmbeddedSource source = new EmbeddedSource(embedded());
        Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute("DELETE FROM nowhere"))
          .isInstanceOf(SQLException.class);
    }
    assertThat(folder.resolve("ledger.trace.db")).doesNotExist();
  }

  @Test
  void aDamagedFileIsSaidToBeDamaged() throws Exception {
    Files.writeString(folder.resolve("ledger.mv.db"), "no database ".repeat(2_000));
    assertThatThrownBy(() -> JdbcPlatform.open(embedded()))
        .isInstanceOf(PlatformException.class)
        .hasMessageContaining("The database's file is damaged.");
  }

  /** Each block in turn reads as zeros, as after a fault of a disk. */
  @Test
  void aZeroedBlockIsNeverMoreThanAReason() throws Exception {
    write(200);
    byte[] whole = Files.readAllBytes(folder.resolve("ledger.mv.db"));
    int blocks = whole.length / 4096;
    int refused = 0;
    for (int block = 0; block < blocks; block++) {
      byte[] damaged = whole.clone();
      Arrays.fill(damaged, block * 4096, (block + 1) * 4096, (byte) 0);
      JdbcSettings copy = JdbcSettings.embedded(folder.resolve("damaged-" + block));
      Files.write(folder.resolve("damaged-" + block + ".mv.db"), damaged);
      try (JdbcPlatform platform = JdbcPlatform.open(copy)) {
        SeenLedger.of(platform.history()).verify();
        platform.history().read(A);
        platform.wakeUps().earliest(Set.of());
      } catch (PlatformException e) {
        assertThat(e.reason().what()).doesNotContain("NullPointer");
        refused++;
      }
    }
    assertThat(refused).isPositive();
  }

  @Test
  void aLedgerThatMayNotBeWrittenIsReadAndSaysSoWhenItIsWritten() throws Exception {
    write(3);
    List<Path> before = files();
    EmbeddedSource source = new EmbeddedSource(embedded(), Duration.ofSeconds(5), path -> false);
    try (JdbcPlatform platform = JdbcPlatform.open(embedded(), source)) {
      assertThat(platform.history().read(A)).hasSize(3);
      assertThat(SeenLedger.of(platform.history()).verify().firstBad()).isEmpty();
      assertThatThrownBy(
              () -> platform.history().append(A, 3, List.of(Histories.said(A, 4, "more"))))
          .isInstanceOf(PlatformException.class)
          .hasMessageContaining("cannot be read and written");
    }
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void theFilesOfALedgerAreForTheirOwnerOnly() throws Exception {
    JdbcSettings fresh = JdbcSettings.embedded(folder.resolve("new/deep/ledger"));
    try (JdbcPlatform platform = JdbcPlatform.open(fresh)) {
      assertThat(platform.history().checkpoints()).isEmpty();
      try (Stream<Path> made = Files.walk(folder.resolve("new"))) {
        for (Path path : made.toList()) {
          assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
              .as(path.toString())
              .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------");
        }
      }
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.sorted().toList();
    }
  }

  @Test
  void whatKeepsADatabaseShutIsSaidInWords() {
    Map<String, String> words =
        Map.of(
            "28P01", "refuses the user or the password",
            "28000", "refuses the user or the password",
            "08001", "Nothing answers",
            "3D000", "no database of this name",
            "90030", "file is damaged",
            "90031", "cannot be read and written",
            "42501", "(SQL state 42501)");
    words.forEach(
        (state, word) -> {
          var wrapped = new IllegalStateException(new SQLException(SECRET, state));
          Reason reason = new Failures(embedded()).unreachable(wrapped).reason();
          assertThat(reason.what()).contains(word).doesNotContain(SECRET);
        });
  }
}
