package dev.gatehouse.config.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks Git's credential helpers, which keep secrets in the store of the system; nobody is prompted,
 * and what a helper says is neither shown nor kept.
 *
 * @param limit how long the answer may take, from the start of Git to its end
 */
record GitCredentials(Duration limit) {
  private static final int LONGEST = 64 << 10;

  /** Returns the password of this address, or empty when no helper has one. */
  Optional<String> password(URI address, Map<String, String> environment) {
    ProcessBuilder builder =
        new ProcessBuilder(command(address)).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().clear();
    builder.environment().putAll(silent(environment));
    Process git;
    try {
      git = builder.start();
    } catch (IOException e) {
      return Optional.empty();
    }
    try {
      return answer(git, question(address))
          .get(limit.toMillis(), TimeUnit.MILLISECONDS)
          .flatMap(lines -> password(lines, user(address)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException | TimeoutException e) {
      return Optional.empty();
    } finally {
      git.descendants().forEach(ProcessHandle::destroyForcibly);
      git.destroyForcibly();
    }
  }

  private static List<String> command(URI address) {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("git", "-c", "core.askPass=", "-c", "credential.interactive=false"));
    if (!path(address).isEmpty()) {
      command.addAll(List.of("-c", "credential.useHttpPath=true"));
    }
    command.addAll(List.of("credential", "fill"));
    return command;
  }

  /** No question to a person, and no settings of the repository that happens to be around. */
  private static Map<String, String> silent(Map<String, String> environment) {
    Map<String, String> silent = new HashMap<>(environment);
    silent.keySet().removeAll(List.of("SSH_ASKPASS", "GIT_WORK_TREE", "GIT_COMMON_DIR"));
    silent.put("GIT_DIR", "/dev/null");
    silent.put("GIT_ASKPASS", "");
    silent.put("GIT_TERMINAL_PROMPT", "0");
    silent.put("GCM_INTERACTIVE", "never");
    return silent;
  }

  private static String question(URI address) {
    String port = address.getPort() < 0 ? "" : ":" + address.getPort();
    StringBuilder question = new StringBuilder("protocol=https\n");
    question.append("host=").append(address.getHost()).append(port).append('\n');
    user(address).ifPresent(user -> question.append("username=").append(user).append('\n'));
    if (!path(address).isEmpty()) {
      question.append("path=").append(path(address)).append('\n');
    }
    return question.append('\n').toString();
  }

  /** Returns what Git says; empty when it fails or says too much. */
  private static CompletableFuture<Optional<String>> answer(Process git, String question) {
    CompletableFuture<Optional<String>> answer = new CompletableFuture<>();
    Thread reader =
        new Thread(
            () -> {
              try {
                answer.complete(said(git, question));
              } catch (IOException e) {
                answer.complete(Optional.empty());
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                answer.complete(Optional.empty());
              }
            },
            "git-credential");
    reader.setDaemon(true);
    reader.start();
    return answer;
  }

  private static Optional<String> said(Process git, String question)
      throws IOException, InterruptedException {
    try (OutputStream input = git.getOutputStream()) {
      input.write(question.getBytes(StandardCharsets.UTF_8));
    }
    try (InputStream output = git.getInputStream()) {
      byte[] said = output.readNBytes(LONGEST + 1);
      return said.length <= LONGEST && git.waitFor() == 0
          ? Optional.of(new String(said, StandardCharsets.UTF_8))
          : Optional.empty();
    }
  }

  /** Returns the password, unless it is that of another user. */
  private static Optional<String> password(String lines, Optional<String> user) {
    Optional<String> found = value("username", lines);
    return value("password", lines)
        .filter(password -> !password.isBlank())
        .filter(password -> user.isEmpty() || user.equals(found));
  }

  private static Optional<String> value(String key, String lines) {
    return lines
        .lines()
        .filter(line -> line.startsWith(key + "="))
        .map(line -> line.substring(key.length() + 1))
        .findFirst();
  }

  private static Optional<String> user(URI address) {
    return Optional.ofNullable(address.getUserInfo()).filter(user -> !user.isEmpty());
  }

  private static String path(URI address) {
    return Optional.ofNullable(address.getPath()).orElse("").replaceFirst("^/+", "");
  }
}
