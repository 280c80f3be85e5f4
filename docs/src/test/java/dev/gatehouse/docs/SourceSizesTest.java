package dev.gatehouse.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keeps most files and methods short and prints how long they are; Checkstyle has the maximum. */
class SourceSizesTest {
  private static final int FILE_MEDIAN = 60;
  private static final int FILE_P90 = 200;
  private static final int METHOD_MEDIAN = 5;
  // The aim is 15; the formatter breaks lines more often than people do.
  private static final int METHOD_P90 = 20;

  @Test
  void filesAndMethodsStayShort() {
    Map<String, List<Path>> byModule = new TreeMap<>();
    for (Path source : Project.mainSources()) {
      String module = Project.root().relativize(source).getName(0).toString();
      if (!source.endsWith("package-info.java")) {
        byModule.computeIfAbsent(module, name -> new ArrayList<>()).add(source);
      }
    }
    System.out.println("sizes in lines        files  med/p90/max     methods  med/p90/max");
    byModule.forEach((module, sources) -> print(module, SourceSizes.of(sources)));
    SourceSizes all = SourceSizes.of(byModule.values().stream().flatMap(List::stream).toList());
    print("all", all);
    assertThat(SourceSizes.percentile(all.files(), 50)).isLessThanOrEqualTo(FILE_MEDIAN);
    assertThat(SourceSizes.percentile(all.files(), 90)).isLessThanOrEqualTo(FILE_P90);
    assertThat(SourceSizes.percentile(all.methods(), 50)).isLessThanOrEqualTo(METHOD_MEDIAN);
    assertThat(SourceSizes.percentile(all.methods(), 90)).isLessThanOrEqualTo(METHOD_P90);
  }

  @Test
  void aLongMethodIsMeasured(@TempDir Path folder) throws IOException {
    Path source = folder.resolve("Long.java");
    Files.writeString(
        source, "class Long {\n  void run() {\n" + "    run();\n".repeat(50) + "  }\n}\n");
    SourceSizes sizes = SourceSizes.of(List.of(source));
    assertThat(sizes.files()).containsExactly(54);
    assertThat(sizes.methods()).containsExactly(52);
  }

  private static void print(String module, SourceSizes sizes) {
    System.out.println(
        String.format(
            Locale.ROOT,
            "%-20s %6d  %-14s %8d  %s",
            module,
            sizes.files().size(),
            three(sizes.files()),
            sizes.methods().size(),
            three(sizes.methods())));
  }

  private static String three(List<Integer> sorted) {
    return SourceSizes.percentile(sorted, 50)
        + "/"
        + SourceSizes.percentile(sorted, 90)
        + "/"
        + SourceSizes.percentile(sorted, 100);
  }
}
