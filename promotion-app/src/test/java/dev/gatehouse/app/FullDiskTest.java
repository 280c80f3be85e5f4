package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** B9 on a real file system that is full; needs the right to mount one. */
@EnabledIfEnvironmentVariable(
    named = "GATEHOUSE_MOUNT_TESTS",
    matches = "true",
    disabledReason = "mounts a small file system: needs root and GATEHOUSE_MOUNT_TESTS=true")
class FullDiskTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(15);

  /** The command line starts and ends besides. */
  private static final Duration BOUND = TIMEOUT.plusSeconds(10);

  @TempDir Path parent;
  private Path disk = Path.of("disk");
  private boolean mounted;
  private Desk desk = Desk.empty(disk);

  @BeforeEach
  void mount() throws IOException, InterruptedException {
    disk = Files.createDirectory(parent.resolve("disk"));
    mounted = run("mount", "-t", "tmpfs", "-o", "size=24m", "gatehouse-test", disk.toString());
    if (!mounted) {
      abort("SKIPPED: a tmpfs cannot be mounted at " + disk + "; run as root");
    }
    desk = Desk.furnished(disk);
  }

  @AfterEach
  void unmount() throws IOException, InterruptedException {
    if (mounted) {
      assertThat(run("umount", "-l", disk.toString())).isTrue();
    }
  }

  @Test
  void promoteWithWaitOnAFullDiskSaysNoRoomWithinItsTimeout() throws IOException {
    desk.promote("dev", "--title", "makes the ledger");
    fill(45 << 10);
    noRoom();
  }

  @Test
  void promoteWithWaitOnADiskWithoutOneFreeByteSaysNoRoomWithinItsTimeout() throws IOException {
    desk.promote("dev", "--title", "makes the ledger");
    fill(0);
    noRoom();
  }

  @Test
  void aLedgerIsNotMadeOnAFullDisk() throws IOException {
    fill(45 << 10);
    noRoom();
  }

  @Test
  void workGoesOnOnceThereIsRoom() throws IOException {
    desk.promote("dev", "--title", "makes the ledger");
    fill(45 << 10);
    noRoom();
    Files.delete(disk.resolve("filler"));
    Desk.Answer answer = desk.promote("dev", "--wait", "--timeout", "60s");
    assertThat(answer.code()).as(answer.out() + answer.err()).isZero();
    assertThat(desk.gatehouse("audit", "verify").out()).startsWith("INTACT");
  }

  private void noRoom() {
    long before = System.nanoTime();
    Desk.Answer answer = desk.promote("dev", "--wait", "--timeout", TIMEOUT.toSeconds() + "s");
    Duration took = Duration.ofNanos(System.nanoTime() - before);
    String said = answer.out() + answer.err();
    assertThat(said).contains("store-failed", "no room");
    assertThat(took).isLessThan(BOUND);
    assertThat(answer.code()).as(said).isEqualTo(4);
  }

  /** Writes until this many bytes are left. */
  private void fill(long left) throws IOException {
    byte[] block = new byte[4096];
    try (OutputStream out = Files.newOutputStream(disk.resolve("filler"))) {
      while (Files.getFileStore(disk).getUsableSpace() > left) {
        out.write(block);
      }
    }
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    boolean done = process.waitFor() == 0;
    if (!done) {
      System.getLogger(FullDiskTest.class.getName()).log(System.Logger.Level.WARNING, said);
    }
    return done;
  }
}
