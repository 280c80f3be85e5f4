package dev.gatehouse.git;

import dev.gatehouse.change.ApplicationName;
import dev.gatehouse.change.Artifact;
import dev.gatehouse.change.Change;
import dev.gatehouse.plan.PlanHash;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.spi.EditPreview;
import dev.gatehouse.spi.WriteRequest;
import dev.gatehouse.stage.Repository;
import dev.gatehouse.stage.ShardName;
import dev.gatehouse.stage.StageName;
import dev.gatehouse.stage.Target;
import dev.gatehouse.stage.TargetName;
import dev.gatehouse.stage.Update;
import dev.gatehouse.stage.ValueFrom;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A real remote repository with three services, and someone else who works in it with plain git.
 */
final class RemoteFixture {
  private final Path folder;
  final Path bare;
  private final Path other;

  RemoteFixture(Path folder) throws IOException {
    this.folder = folder;
    this.bare = folder.resolve("remote.git");
    this.other = folder.resolve("other");
    git(folder, "init", "-q", "--bare", "-b", "main", bare.toString());
    git(folder, "clone", "-q", bare.toString(), other.toString());
    for (String service : List.of("a", "b", "c")) {
      write("apps/" + service + "/kustomization.yaml", kustomization("v1"));
      write("apps/" + service + "/deployment.yaml", deployment(service));
    }
    push("Start");
  }

  static String kustomization(String tag) {
    return "resources:\n- deployment.yaml\nimages:\n- name: img   # ours\n  newTag: " + tag + "\n";
  }

  private static String deployment(String service) {
    return "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: "
        + service
        + "\n"
        + "spec:\n"
        + "  template:\n"
        + "    spec:\n"
        + "      containers:\n"
        + "      - name: web\n"
        + "        image: img:v0\n";
  }

  void write(String path, String text) throws IOException {
    Path file = other.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** Someone else commits what they wrote and pushes it. */
  void push(String subject, String... options) throws IOException {
    git(other, "add", "-A");
    git(other, "commit", "-q", "-m", subject);
    List<String> command = new ArrayList<>(List.of("push", "-q"));
    command.addAll(List.of(options));
    command.addAll(List.of("origin", "HEAD:main"));
    git(other, command.toArray(String[]::new));
  }

  void pull() throws IOException {
    git(other, "pull", "-q", "--rebase", "origin", "main");
  }

  String otherGit(String... arguments) throws IOException {
    return git(other, arguments);
  }

  void resetOther(String revision) throws IOException {
    git(other, "reset", "-q", "--hard", revision);
  }

  String log(String format) throws IOException {
    return git(bare, "log", "--format=" + format, "main").strip();
  }

  String show(String path) throws IOException {
    return git(bare, "show", "main:" + path);
  }

  String git(Path where, String... arguments) throws IOException {
    return run(where, "git", arguments);
  }

  static String run(Path where, String program, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(program));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(where.toFile()).redirectErrorStream(true);
    for (String role : List.of("AUTHOR", "COMMITTER")) {
      builder.environment().put("GIT_" + role + "_NAME", "Somebody Else");
      builder.environment().put("GIT_" + role + "_EMAIL", "else@example.invalid");
    }
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException(String.join(" ", command) + " failed: " + output);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
    return output;
  }

  void hook(String name, String script) throws IOException {
    Path hook = bare.resolve("hooks").resolve(name);
    Files.createDirectories(hook.getParent());
    Files.writeString(hook, "#!/bin/sh\n" + script + "\n");
    hook.toFile().setExecutable(true);
  }

  Path caches() {
    return folder.resolve("caches");
  }

  Target target(String service) {
    String folderOf = "apps/" + service;
    Update update =
        new Update.KustomizeImage(
            folderOf + "/kustomization.yaml", "img", ValueFrom.only(ValueFrom.Part.TAG), false);
    return target(service, folderOf, List.of(update));
  }

  Target target(String name, String folderOf, List<Update> updates) {
    Repository repository = new Repository("gitops", bare.toString(), "main");
    return new Target(
        new TargetName(name),
        new ShardName("one"),
        repository,
        folderOf,
        updates,
        0,
        Set.of(),
        Optional.empty());
  }

  static Change change(String tag) {
    Artifact image = new Artifact("img", Optional.of(tag), Optional.empty());
    return new Change(
        new ApplicationName("shop"), List.of(image), Optional.empty(), List.of(), "Bump to " + tag);
  }

  WriteRequest request(GitDesiredStateWriter writer, String id, String service, String tag) {
    EditPreview preview = writer.preview(change(tag), target(service));
    String digest = preview instanceof EditPreview.Computed computed ? computed.digest() : "none";
    return new WriteRequest(
        new PromotionId(id),
        new StageName("prod"),
        new PlanHash("ab".repeat(32)),
        change(tag),
        target(service),
        digest,
        Instant.parse("2026-11-22T10:00:00Z"));
  }
}
