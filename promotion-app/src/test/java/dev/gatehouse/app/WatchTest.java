package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchTest {
  private static final int TERMINATED = 143;

  @TempDir Path folder;

  @Test
  void whoeverStopsAWatchStillGetsItsAnswer() throws IOException, InterruptedException {
    Desk.furnished(folder);
    Process watch =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Gatehouse.class.getName(),
                "run",
                "--watch",
                "--as=pia",
                "--output=json")
            .directory(folder.toFile())
            .start();
    try (BufferedReader progress =
        new BufferedReader(new InputStreamReader(watch.getErrorStream(), StandardCharsets.UTF_8))) {
      String line = progress.readLine();
      while (line != null && !line.startsWith("Watching")) {
        line = progress.readLine();
      }
      watch.toHandle().destroy();
      String answer = new String(watch.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(answer).startsWith("{\n  \"outcome\" : \"done\"").endsWith("}\n");
      assertThat(watch.waitFor()).isEqualTo(TERMINATED);
    } finally {
      watch.destroyForcibly();
    }
  }
}
