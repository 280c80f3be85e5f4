package dev.gatehouse.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MigrationsTest {
  @Test
  void theLatestVersionIsThatOfTheLastFile() throws IOException, URISyntaxException {
    Path folder = Path.of(Migrations.class.getResource("migration").toURI());
    try (Stream<Path> files = Files.walk(folder)) {
      List<String> versions =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".sql"))
              .map(name -> name.substring(1, name.indexOf("__")).replace('_', '.'))
              .sorted()
              .toList();
      assertThat(versions).last().isEqualTo(Migrations.LATEST);
    }
  }
}
