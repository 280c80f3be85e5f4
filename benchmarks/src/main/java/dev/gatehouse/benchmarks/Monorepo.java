package dev.gatehouse.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A generated GitOps monorepo, bare: 25 files per application (5 of a base, 5 environments with 4
 * files each), 50 applications to a team's folder.
 *
 * @param bare the bare repository
 * @param applications how many applications it has
 */
record Monorepo(Path bare, int applications) {
  private static final String[] ENVIRONMENTS = {"dev", "qa", "staging", "canary", "production"};
  private static final String[] PER_ENVIRONMENT = {"kustomization", "values", "patch", "hpa"};
  private static final String[] PER_BASE = {
    "kustomization", "deployment", "service", "config", "account"
  };

  /** Writes the repository with {@code git fast-import}. */
  static Monorepo create(Path bare, int files) throws IOException, InterruptedException {
    int applications = files / 25;
    Shell.run(Path.of("."), "git", "init", "-q", "--bare", "-b", "main", bare.toString());
    Process process =
        new ProcessBuilder("git", "fast-import", "--quiet")
            .directory(bare.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedWriter out =
        new BufferedWriter(
            new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8))) {
      out.write(
          "commit refs/heads/main\ncommitter Bench <bench@example.invalid> 1700000000 +0000\ndata 5\nstart\n");
      for (int app = 0; app < applications; app++) {
        application(out, app);
      }
    }
    if (process.waitFor() != 0) {
      throw new IOException("git fast-import failed");
    }
    return new Monorepo(bare, applications);
  }

  int files() {
    return applications * 25;
  }

  /** Returns the kustomization that a promotion of this application edits. */
  static String kustomization(int app) {
    return folder(app) + "/envs/staging/kustomization.yaml";
  }

  static String folder(int app) {
    return String.format(Locale.ROOT, "apps/team-%03d/app-%05d", app / 50, app);
  }

  static String image(int app) {
    return String.format(Locale.ROOT, "registry.example/app-%05d", app);
  }

  private static void application(BufferedWriter out, int app) throws IOException {
    for (String name : PER_BASE) {
      file(out, folder(app) + "/base/" + name + ".yaml", object(app, "base", name));
    }
    for (String environment : ENVIRONMENTS) {
      for (String name : PER_ENVIRONMENT) {
        String text = name.equals("kustomization") ? overlay(app) : object(app, environment, name);
        file(out, folder(app) + "/envs/" + environment + "/" + name + ".yaml", text);
      }
    }
  }

  private static String overlay(int app) {
    return "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources:\n- ../../base\nimages:\n- name: "
        + image(app)
        + "\n  newTag: v0 # moved by promotions\n";
  }

  private static String object(int app, String environment, String name) {
    return "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: app-"
        + app
        + "-"
        + name
        + "\n  labels:\n    environment: "
        + environment
        + "\ndata:\n  size: \""
        + app % 97
        + "\"\n  mode: plain\n  text: lorem ipsum dolor sit amet\n";
  }

  private static void file(BufferedWriter out, String path, String text) throws IOException {
    out.write("M 100644 inline " + path + "\ndata " + text.length() + "\n" + text + "\n");
  }
}
