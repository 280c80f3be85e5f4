package dev.gatehouse.app;

import dev.gatehouse.app.terminal.Surroundings;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Someone at a terminal, in a folder of their own with rules and a repository. */
public final class Desk {
  /** An image that nobody runs yet. */
  public static final String IMAGE = "ghcr.io/acme/checkout@sha256:" + "b".repeat(64);

  private final Path folder;
  private final Map<String, String> environment;

  private Desk(Path folder, Map<String, String> environment) {
    this.folder = folder;
    this.environment = environment;
  }

  /** Returns a desk in an empty folder. */
  public static Desk empty(Path folder) {
    return new Desk(folder, Map.of());
  }

  /** Returns a desk with rules and a repository of one application. */
  public static Desk furnished(Path folder) {
    Desk desk = new Desk(folder, Map.of());
    try (InputStream rules = Desk.class.getResourceAsStream("desk.yaml")) {
      Files.write(folder.resolve("gatehouse.yaml"), rules.readAllBytes());
      for (String target : List.of("dev", "staging", "eu-1", "us-1")) {
        desk.write(
            "deploy/apps/checkout/" + target + "/kustomization.yaml",
            "resources: [deployment.yaml]\n"
                + "images:\n"
                + "  - name: ghcr.io/acme/checkout\n"
                + "    digest: sha256:"
                + "a".repeat(64)
                + "\n");
        desk.write("deploy/apps/checkout/" + target + "/deployment.yaml", DEPLOYMENT);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    desk.git("init", "--quiet", "--bare", "deploy.git");
    desk.git("-C", "deploy.git", "symbolic-ref", "HEAD", "refs/heads/main");
    desk.git("-C", "deploy", "init", "--quiet");
    desk.git("-C", "deploy", "add", "--all");
    desk.git("-C", "deploy", "commit", "--quiet", "--message", "start");
    desk.git("-C", "deploy", "push", "--quiet", "../deploy.git", "HEAD:refs/heads/main");
    return desk;
  }

  /** Returns the same desk with another environment variable. */
  public Desk with(String variable, String value) {
    return new Desk(folder, Map.of(variable, value));
  }

  /** Types a command of Gatehouse. */
  public Answer gatehouse(String... arguments) {
    return gatehouse(new StringWriter(), arguments);
  }

  /** Types a command whose output goes here as well. */
  Answer gatehouse(StringWriter out, String... arguments) {
    StringWriter err = new StringWriter();
    Surroundings around =
        new Surroundings(
            new PrintWriter(out),
            new PrintWriter(err),
            environment,
            folder,
            false,
            "ci",
            InstantSource.system());
    int code = Gatehouse.run(List.of(arguments), around);
    return new Answer(code, out.toString(), err.toString());
  }

  /** Proposes the usual image; {@code more} is added to the command. */
  public Answer promote(String stage, String... more) {
    List<String> all =
        new ArrayList<>(
            List.of("promote", "checkout", "--to", stage, "--artifact", IMAGE, "--author", "ana"));
    all.addAll(List.of("-e", "trust.tests=true", "-e", "trust.signed=true"));
    all.addAll(Arrays.asList(more));
    return gatehouse(all.toArray(String[]::new));
  }

  /** Writes a file. */
  public Path write(String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a file. */
  public String read(String name) {
    try {
      return Files.readString(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs git and returns what it printed. */
  public String git(String... arguments) {
    List<String> command = new ArrayList<>(List.of("git", "-c", "user.name=ana"));
    command.addAll(List.of("-c", "user.email=ana@acme.example", "-c", "commit.gpgsign=false"));
    command.addAll(Arrays.asList(arguments));
    try {
      Process process =
          new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(command + ": " + text);
      }
      return text;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * What a command answered.
   *
   * @param code its exit code
   * @param out what it printed
   * @param err what it complained
   */
  public record Answer(int code, String out, String err) {
    /** Returns the hash of the plan in it. */
    public String plan() {
      int at = out.indexOf("PLAN ");
      return out.substring(at + 5, at + 17);
    }
  }

  private static final String DEPLOYMENT =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: checkout
      spec:
        template:
          spec:
            containers:
              - name: checkout
                image: ghcr.io/acme/checkout
      """;
}
