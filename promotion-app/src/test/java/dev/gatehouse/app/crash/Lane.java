package dev.gatehouse.app.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One repository and one ledger, and the processes that live and die on them one after another. */
final class Lane {
  private final Fleet fleet;
  private final List<Recovery> recoveries = new ArrayList<>();
  private final List<String> reached = new ArrayList<>();
  private long killed = System.nanoTime();

  Lane(Fleet fleet) throws IOException, InterruptedException {
    this.fleet = fleet;
    Path work = fleet.folder().resolve("work");
    for (Map.Entry<String, String> file : fleet.files().entrySet()) {
      Path path = work.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    git(work, "init", "-q", "-b", "main");
    git(work, "add", ".");
    git(work, "-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "-q", "-m", "Start");
    git(work, "clone", "-q", "--bare", ".", fleet.repository().toString());
  }

  /** Lets a process live until it reaches the step, and kills it there; NONE lets it finish. */
  void life(int round, String step, int hit) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                CrashingProcess.class.getName(),
                fleet.folder().toString(),
                Integer.toString(fleet.rounds()),
                Integer.toString(fleet.perRound()),
                Integer.toString(round),
                step,
                Integer.toString(hit))
            .redirectError(fleet.folder().resolve("errors-" + round + ".txt").toFile())
            .start();
    try {
      watch(process, step, round);
    } finally {
      process.destroyForcibly().waitFor();
      killed = System.nanoTime();
    }
  }

  private void watch(Process process, String step, int round) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    Map<String, Long> moments = new HashMap<>();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String[] words = line.split(" ", -1);
      moments.put(line, (System.nanoTime() - killed) / 1_000_000);
      switch (words[0]) {
        case "RECOVERED" -> {
          if (!words[1].equals("0")) {
            recoveries.add(Recovery.of(reached.get(reached.size() - 1), moments, line));
          }
        }
        case "AT" -> {
          reached.add(words[1]);
          return;
        }
        case "DONE" -> {
          return;
        }
        default -> {}
      }
    }
    throw new AssertionError(
        "round "
            + round
            + " at "
            + step
            + " ended by itself: "
            + Files.readString(fleet.folder().resolve("errors-" + round + ".txt")));
  }

  List<Recovery> recoveries() {
    return List.copyOf(recoveries);
  }

  List<String> reached() {
    return List.copyOf(reached);
  }

  Fleet fleet() {
    return fleet;
  }

  /** Returns one line for each of our commits: promotion and target. */
  List<String> commits() throws IOException, InterruptedException {
    return git(
            fleet.repository(),
            "log",
            "main",
            "--format=%(trailers:key=Gatehouse-Promotion,valueonly,separator=)"
                + " %(trailers:key=Gatehouse-Target,valueonly,separator=)")
        .lines()
        .filter(line -> !line.isBlank())
        .toList();
  }

  private static String git(Path folder, String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(words));
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(text);
    }
    return text;
  }
}
