package dev.gatehouse.app.demo;

import dev.gatehouse.reason.PlatformException;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs git in a folder, apart from the settings of anyone who is logged in.
 *
 * @param folder where it runs
 */
record Git(Path folder) {
  static final ReasonCode GIT_FAILED = ReasonCode.of("git-failed");

  /** Runs git for this person. */
  Output as(String person, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("GIT_"));
    environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
    environment.put("GIT_CONFIG_NOSYSTEM", "1");
    environment.put("GIT_TERMINAL_PROMPT", "0");
    environment.put("GIT_PAGER", "cat");
    for (String role : List.of("AUTHOR", "COMMITTER")) {
      environment.put("GIT_" + role + "_NAME", person);
      environment.put("GIT_" + role + "_EMAIL", person + "@acme.example");
    }
    return run(builder, arguments);
  }

  private Output run(ProcessBuilder builder, List<String> arguments) {
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int code = process.waitFor();
      if (code != 0) {
        throw failed(arguments, text.lines().findFirst().orElse("exit code " + code));
      }
      return new Output(code, text);
    } catch (IOException e) {
      throw failed(arguments, String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(arguments, "interrupted");
    }
  }

  private PlatformException failed(List<String> arguments, String why) {
    return new PlatformException(
        new Reason(
            GIT_FAILED,
            "git " + String.join(" ", arguments) + " failed: " + why + ".",
            folder.toString(),
            "Install git 2.30 or newer, and check that you may write here."));
  }
}
