package dev.gatehouse.git.commit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Signs with the program Git itself would use: {@code gpg}, or {@code ssh-keygen} for SSH keys.
 *
 * <p>The key never enters this process.
 *
 * @param command the program with its arguments; it reads the commit from its input
 * @param key the key's name, for messages
 */
public record SigningProgram(List<String> command, String key) implements Signer {
  private static final int SECONDS = 30;
  private static final int LONGEST = 64 << 10;

  /** Copies the command. */
  public SigningProgram {
    command = List.copyOf(command);
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
    Path errors = Files.createTempFile("gatehouse-sign", ".txt");
    Process process = null;
    try {
      process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
      try (OutputStream input = process.getOutputStream()) {
        input.write(commit);
      }
      byte[] signature = read(process);
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw failed(Files.readString(errors, StandardCharsets.UTF_8));
      }
      return signature;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while signing with " + key, e);
    } finally {
      if (process != null) {
        process.destroyForcibly();
      }
      Files.deleteIfExists(errors);
    }
  }

  private static byte[] read(Process process) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(process.getInputStream().readNBytes(LONGEST));
    return all.toByteArray();
  }

  private IOException failed(String errors) {
    String said = errors.lines().limit(3).reduce((a, b) -> a + "; " + b).orElse("no message");
    return new IOException(
        "signing with key " + key + " failed: " + command.get(0) + " said: " + said);
  }
}
