package dev.gatehouse.service;

import dev.gatehouse.identity.Actor;
import dev.gatehouse.runtime.Composition;
import dev.gatehouse.runtime.Opening;
import dev.gatehouse.runtime.RulesFile;
import dev.gatehouse.runtime.Wiring;
import dev.gatehouse.service.web.WebLimits;
import dev.gatehouse.stage.ShardName;
import dev.gatehouse.testkit.Callers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** A service on a free port, with rules, a repository and a ledger of its own. */
public final class House implements AutoCloseable {
  /** An image that nobody runs yet. */
  public static final String IMAGE = "ghcr.io/acme/checkout@sha256:" + "b".repeat(64);

  private static final List<String> TARGETS = List.of("dev", "staging", "eu-1", "us-1");
  private final Composition composition;
  private final GateService service;
  private final AtomicBoolean over = new AtomicBoolean();
  private final HttpClient client = HttpClient.newHttpClient();
  private Thread worker = new Thread();

  private House(Composition composition, ServiceSettings settings) {
    this.composition = composition;
    this.service = GateService.start(composition, settings, InstantSource.system());
  }

  /** Writes rules and a repository of one application into an empty folder. */
  public static void furnish(Path folder) {
    try (InputStream rules = House.class.getResourceAsStream("house.yaml")) {
      Files.write(folder.resolve("gatehouse.yaml"), rules.readAllBytes());
      for (String target : TARGETS) {
        Path of = Files.createDirectories(folder.resolve("deploy/apps/checkout/" + target));
        Files.writeString(of.resolve("kustomization.yaml"), KUSTOMIZATION);
        Files.writeString(of.resolve("deployment.yaml"), DEPLOYMENT);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    git(folder, "init", "--quiet", "--bare", "deploy.git");
    git(folder, "-C", "deploy.git", "symbolic-ref", "HEAD", "refs/heads/main");
    git(folder, "-C", "deploy", "init", "--quiet");
    git(folder, "-C", "deploy", "add", "--all");
    git(folder, "-C", "deploy", "commit", "--quiet", "--message", "start");
    git(folder, "-C", "deploy", "push", "--quiet", "../deploy.git", "HEAD:refs/heads/main");
  }

  /** Opens the service in a furnished folder; nothing works until {@link #work}. */
  public static House open(Path folder) {
    Opening opening =
        Composition.open(
            RulesFile.of(Path.of("gatehouse.yaml"), folder),
            Wiring.of(Map.of(), InstantSource.system()));
    return new House(
        ((Opening.Opened) opening).composition(),
        new ServiceSettings(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), WebLimits.DEFAULT, true));
  }

  /** Furnishes the folder and opens the service in it. */
  public static House furnished(Path folder) {
    furnish(folder);
    return open(folder);
  }

  /** Takes the steps that are due, in the background. */
  public House work() {
    worker =
        new Thread(
            () ->
                service.work(
                    composition
                        .worker(
                            Set.of(new ShardName("eu"), new ShardName("us")),
                            Callers.caller(Actor.service("ci", "pipelines")))
                        .either(
                            granted -> granted,
                            reason -> {
                              throw new AssertionError(reason.line());
                            }),
                    over::get));
    worker.start();
    return this;
  }

  /** Returns the composition behind the service. */
  public Composition composition() {
    return composition;
  }

  /** Returns the service. */
  public GateService service() {
    return service;
  }

  /** Returns the beginning of a request to this path. */
  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:" + service.address().getPort() + path))
        .timeout(Duration.ofSeconds(60));
  }

  /** Sends a request. */
  public HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Gets a path without saying who asks. */
  public HttpResponse<String> get(String path) {
    return send(request(path).build());
  }

  @Override
  public void close() {
    over.set(true);
    service.close();
    try {
      worker.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    composition.close();
  }

  private static void git(Path folder, String... arguments) {
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
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final String KUSTOMIZATION =
      """
      resources: [deployment.yaml]
      images:
        - name: ghcr.io/acme/checkout
          digest: sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
      """;
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
