package dev.gatehouse.git.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a signing program does, signing ends, and says what to do. */
@Timeout(60)
class SigningProgramEndsTest {
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final Duration LONG = Duration.ofSeconds(45);
  private static final byte[] COMMIT = "tree 0\n\nText\n".getBytes(StandardCharsets.UTF_8);
  @TempDir Path folder;

  @BeforeEach
  void needsAShell() {
    Assumptions.assumeTrue(
        Files.isExecutable(Path.of("/bin/sh")), "SKIPPED: no /bin/sh to play a signing program");
  }

  @Test
  void aProgramThatHangsIsStopped() {
    refused(() -> shell("exec tail -f /dev/null", SHORT).sign(COMMIT), "did not end within 300 ms");
  }

  @Test
  void whoIsInterruptedWhileSigningLeavesNoProgramAndNoChildBehind() throws Exception {
    Path children = folder.resolve("children");
    assertThat(new ProcessBuilder("mkfifo", children.toString()).start().waitFor()).isZero();
    SigningProgram hanging = shell("tail -f /dev/null & echo $! > '" + children + "'; wait", LONG);
    CompletableFuture<Throwable> failure = new CompletableFuture<>();
    Thread signing = new Thread(() -> failure.complete(catchThrowable(() -> hanging.sign(COMMIT))));
    signing.start();
    long child = Long.parseLong(Files.readString(children).strip());
    signing.interrupt();
    assertThat(failure.get()).isInstanceOf(SigningFailedException.class);
    ProcessHandle.of(child).ifPresent(left -> left.onExit().join());
  }

  @Test
  void aProgramThatNeverReadsALargeCommitIsStopped() {
    byte[] large = new byte[4 << 20];
    refused(() -> shell("exec tail -f /dev/null", SHORT).sign(large), "did not end within 300 ms");
  }

  @Test
  void aChildThatKeepsTheOutputOpenIsNotWaitedFor() throws IOException {
    Path child = folder.resolve("child");
    String script = "tail -f /dev/null & echo $! > '" + child + "'; echo '-----BEGIN X-----'";
    assertThat(shell(script, LONG).sign(COMMIT)).isNotEmpty();
    long pid = Long.parseLong(Files.readString(child).strip());
    ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
  }

  @Test
  void aProgramThatWritesEndlesslyIsStopped() {
    refused(
        () -> shell("while :; do echo '-----BEGIN X-----'; done", LONG).sign(COMMIT),
        "wrote more than a signature can be");
  }

  @Test
  void aProgramThatComplainsEndlesslyIsStopped() {
    refused(
        () -> shell("while :; do echo no >&2; done", LONG).sign(COMMIT),
        "wrote more than a signature can be");
  }

  @Test
  void aProgramThatSaysNoIsQuotedInOneShortLine() {
    refused(
        () -> shell("printf 'locked\\007\\nask again\\n' >&2; exit 1", LONG).sign(COMMIT),
        "said: locked; ask again");
    refused(() -> shell("exit 1", LONG).sign(COMMIT), "said: nothing, and exited with 1");
  }

  @Test
  void anythingButAnArmouredSignatureIsNoSignature() {
    refused(() -> shell("echo", LONG).sign(COMMIT), "no armoured signature");
    refused(() -> shell("exit 0", LONG).sign(COMMIT), "no armoured signature");
  }

  @Test
  void aProgramThatIsNotThereIsSaid() {
    SigningProgram none = new SigningProgram(List.of("/nowhere/to/sign"), "K-1");
    assertThatThrownBy(() -> none.sign(COMMIT))
        .isInstanceOf(SigningFailedException.class)
        .hasMessageContaining("'/nowhere/to/sign' cannot be started");
  }

  @Test
  void theProgramReadsTheWholeCommit() throws IOException {
    byte[] signature = shell("echo '-----BEGIN X-----'; cat", LONG).sign(COMMIT);
    assertThat(new String(signature, StandardCharsets.UTF_8))
        .isEqualTo("-----BEGIN X-----\ntree 0\n\nText\n");
  }

  private static SigningProgram shell(String script, Duration limit) {
    return new SigningProgram(List.of("/bin/sh", "-c", script), "K-1", limit);
  }

  private static void refused(ThrowingCallable signing, String how) {
    assertThatThrownBy(signing)
        .isInstanceOfSatisfying(
            SigningFailedException.class,
            e -> {
              assertThat(e).hasMessageContainingAll("key 'K-1'", "program '/bin/sh'", how);
              assertThat(e.next()).contains("'/bin/sh -c ", "retries automatically");
            });
  }
}
