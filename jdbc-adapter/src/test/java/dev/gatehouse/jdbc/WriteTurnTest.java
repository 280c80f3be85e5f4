package dev.gatehouse.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gatehouse.reason.PlatformException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteTurnTest {
  private static final Duration SHORT = Duration.ofMillis(200);
  @TempDir Path folder;

  @Test
  void aFullDiskIsRefusedBeforeAnythingIsWrittenAndWorksAgainWithRoom() throws SQLException {
    AtomicLong room = new AtomicLong(50 << 10);
    WriteTurn turn = WriteTurn.of(folder.resolve("l.turn"), SHORT, beside -> room.get());
    SQLException full = catchThrowableOfType(SQLException.class, turn::take);
    PlatformException said = failures().failed("appending", full);
    assertThat(said).hasMessageContaining("store-failed").hasMessageContaining("has no room");
    assertThat(said.reason().where()).isEqualTo("folder " + folder);

    room.set(1L << 30);
    assertThatCode(turn::take).doesNotThrowAnyException();
    turn.pass();
  }

  @Test
  void whatTheSystemSaysAboutAFullDiskIsSaidInWords() {
    SQLException full =
        new SQLException("x", "90031", new java.io.IOException("No space left on device"));
    assertThat(failures().failed("appending", full)).hasMessageContaining("has no room");
    assertThat(failures().unreachable(full)).hasMessageContaining("has no room");
    assertThat(failures().failed("appending", new SQLException("x", "53100")))
        .hasMessageContaining("has no room");
  }

  @Test
  void aTurnThatNobodyPassesIsGivenUpAndItsHolderNamed() throws Exception {
    Path file = folder.resolve("l.turn");
    try (FileChannel other =
            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        ChildProcess holder = ChildProcess.start(LockingChild.class, file.toString())) {
      assertThat(other.isOpen()).isTrue();
      holder.awaitLine(LockingChild.READY::equals);
      Files.writeString(file, "4711");
      WriteTurn turn = WriteTurn.of(file, SHORT, beside -> Long.MAX_VALUE);
      SQLException silent = catchThrowableOfType(SQLException.class, turn::take);
      assertThat(failures().failed("appending", silent))
          .hasMessageContaining("store-holder-silent")
          .hasMessageContaining("held by process 4711, which does not answer");
    }
  }

  @Test
  void aThreadThatNeverPassesTheTurnDoesNotStopTheOthersForGood() throws Exception {
    WriteTurn turn = WriteTurn.of(folder.resolve("l.turn"), SHORT, beside -> Long.MAX_VALUE);
    Thread stuck =
        new Thread(
            () -> {
              try {
                turn.take();
              } catch (SQLException e) {
                throw new IllegalStateException(e);
              }
            });
    stuck.start();
    stuck.join();
    assertThatThrownBy(turn::take).isInstanceOf(HolderSilentException.class);
  }

  @Test
  void theTurnIsHeldByTheOneWhoIsNoted() throws Exception {
    Path file = folder.resolve("l.turn");
    WriteTurn turn = WriteTurn.of(file, SHORT, beside -> Long.MAX_VALUE);
    turn.take();
    assertThat(Files.readString(file)).isEqualTo(Long.toString(ProcessHandle.current().pid()));
    turn.pass();
    try (FileChannel other = FileChannel.open(file, StandardOpenOption.WRITE);
        FileLock free = other.tryLock()) {
      assertThat(free).isNotNull();
    }
  }

  private Failures failures() {
    return new Failures(JdbcSettings.embedded(folder.resolve("ledger")));
  }
}
