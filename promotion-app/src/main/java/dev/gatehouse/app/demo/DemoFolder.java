package dev.gatehouse.app.demo;

import dev.gatehouse.app.command.UsableFile;
import dev.gatehouse.reason.InvalidConfigurationException;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of the demo: rules, a bare repository as the remote, a clone of it to look around in.
 *
 * @param path where it is
 */
record DemoFolder(Path path) {
  static final ReasonCode FOLDER_NOT_EMPTY = ReasonCode.of("folder-not-empty");
  private static final String MARK = ".made-by-gatehouse-demo";

  /** Makes it afresh; an older one of ours is replaced, anything else is left alone. */
  void make() {
    try {
      clear();
      Files.createDirectories(path);
      Files.writeString(path.resolve(MARK), "`gatehouse demo` may delete this folder.\n");
      copy("gatehouse.yaml", path.resolve("gatehouse.yaml"));
      new Git(path).as("ana", List.of("init", "--quiet", "--bare", "deploy.git"));
      new Git(path.resolve("deploy.git"))
          .as("ana", List.of("symbolic-ref", "HEAD", "refs/heads/main"));
      Path clone = path.resolve("deploy");
      for (String file : resource("files.txt").lines().toList()) {
        copy("deploy/" + file, clone.resolve(file));
      }
      publish(new Git(clone));
    } catch (IOException e) {
      throw UsableFile.unwritable(path, e);
    }
  }

  /** Returns the folder of the clone. */
  Path cloned() {
    return path.resolve("deploy");
  }

  private static void publish(Git clone) {
    clone.as("ana", List.of("init", "--quiet"));
    clone.as("ana", List.of("symbolic-ref", "HEAD", "refs/heads/main"));
    clone.as("ana", List.of("remote", "add", "origin", "../deploy.git"));
    clone.as("ana", List.of("add", "--all"));
    clone.as("ana", List.of("commit", "--quiet", "--message", "Three services, as they run today"));
    clone.as("ana", List.of("push", "--quiet", "--set-upstream", "origin", "main"));
  }

  private void clear() throws IOException {
    if (!Files.exists(path)) {
      return;
    }
    try (Stream<Path> entries = Files.list(path)) {
      if (entries.findAny().isEmpty()) {
        return;
      }
    }
    if (!Files.exists(path.resolve(MARK))) {
      throw new InvalidConfigurationException(
          new Reason(
              FOLDER_NOT_EMPTY,
              "The folder is not empty, and the demo did not make it.",
              path.toString(),
              "Choose another one: gatehouse demo --dir <folder>."));
    }
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static void copy(String resource, Path to) throws IOException {
    Files.createDirectories(java.util.Objects.requireNonNull(to.getParent()));
    Files.writeString(to, resource(resource));
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = DemoFolder.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the jar has no " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
