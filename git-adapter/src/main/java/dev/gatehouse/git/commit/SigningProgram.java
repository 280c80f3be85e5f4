package dev.gatehouse.git.commit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * Signs with the program Git itself would use: {@code gpg}, or {@code ssh-keygen} for SSH keys.
 *
 * <p>The key never enters this process. Whatever the program does, {@link #sign} ends: it is
 * stopped when the limit is over or when it says more than a signature can be.
 *
 * @param command the program with its arguments; it reads the commit from its input
 * @param key the key's name, for messages
 * @param limit how long one signature may take, from the start of the program to its end
 */
public record SigningProgram(List<String> command, String key, Duration limit) implements Signer {
  /** Enough for an agent on the other side of a network; too short to look like a standstill. */
  public static final Duration LIMIT = Duration.ofSeconds(30);

  private static final String ARMOUR = "-----BEGIN ";

  /** Copies the command. */
  public SigningProgram {
    command = List.copyOf(command);
    if (command.isEmpty() || limit.isNegative() || limit.isZero()) {
      throw new IllegalArgumentException("signing needs a program, and some time");
    }
  }

  /** Signs with this command, within {@link #LIMIT}. */
  public SigningProgram(List<String> command, String key) {
    this(command, key, LIMIT);
  }

  /**
   * Signs with a key of the user's GnuPG key ring, named as {@code user.signingKey} would name it.
   */
  public static SigningProgram gpg(String key) {
    return new SigningProgram(
        List.of("gpg", "--batch", "--no-tty", "--armor", "--detach-sign", "--local-user", key),
        key);
  }

  /** Signs with an SSH private key file, or a public one whose private half is in the agent. */
  public static SigningProgram ssh(Path key) {
    return new SigningProgram(
        List.of("ssh-keygen", "-Y", "sign", "-n", "git", "-f", key.toString()), key.toString());
  }

  @Override
  public byte[] sign(byte[] commit) throws IOException {
    try (ProgramRun run = start(commit)) {
      return switch (run.await(limit)) {
        case SUCCEEDED -> armoured(run.output());
        case FAILED -> throw failed("said: " + run.complaint());
        case STILL_RUNNING -> throw failed("did not end within " + limit.toMillis() + " ms");
        case TOO_MUCH_OUTPUT -> throw failed("wrote more than a signature can be");
      };
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed("was stopped, because its caller was stopped");
    }
  }

  private ProgramRun start(byte[] commit) throws IOException {
    try {
      return ProgramRun.start(command, commit);
    } catch (IOException e) {
      throw failed("cannot be started: " + e.getMessage());
    }
  }

  private byte[] armoured(byte[] signature) throws SigningFailedException {
    byte[] head = ARMOUR.getBytes(StandardCharsets.US_ASCII);
    int differs = Arrays.mismatch(signature, head);
    if (differs >= 0 && differs < head.length) {
      throw failed("ended well, but what it wrote is no armoured signature");
    }
    return signature;
  }

  private SigningFailedException failed(String how) {
    return new SigningFailedException(
        "signing with key '%s' failed: program '%s' %s".formatted(key, command.get(0), how),
        ("run '%s' by hand as the same user, with some text as its input: it must ask for nothing"
                + " and print a signature; Gatehouse retries automatically")
            .formatted(String.join(" ", command)));
  }
}
