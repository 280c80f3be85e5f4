package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.config.GatehouseSchema;
import dev.gatehouse.runtime.InstalledControlPlanes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The schema and the last part of the reference page are made from the description of the file. */
class ReferencePageTest {
  private static final Path PAGE = Path.of("../docs/reference/gatehouse-yaml.md");
  private static final String HEADING = "## All keys\n";

  @Test
  void theTableOfAllKeysIsUpToDate() throws IOException {
    String page = Files.readString(PAGE);
    int cut = page.indexOf(HEADING);
    String wanted = (cut < 0 ? page : page.substring(0, cut)) + tables();
    if (Boolean.getBoolean("gatehouse.docs.update")) {
      Files.writeString(PAGE, wanted);
    }
    assertThat(Files.readString(PAGE))
        .as("run: mvn -pl promotion-app -am test -Dgatehouse.docs.update=true")
        .isEqualTo(wanted);
  }

  @Test
  void thePublishedSchemaIsUpToDate() throws IOException {
    Path published = Path.of("../docs/reference/gatehouse.schema.json");
    String wanted = GatehouseSchema.text(InstalledControlPlanes.FORMATS);
    if (Boolean.getBoolean("gatehouse.docs.update")) {
      Files.writeString(published, wanted);
    }
    assertThat(Files.readString(published))
        .as("run: mvn -pl promotion-app -am test -Dgatehouse.docs.update=true")
        .isEqualTo(wanted);
  }

  private static String tables() {
    StringBuilder text = new StringBuilder(HEADING);
    text.append("\nEach table is one kind of object; a key in bold has to be there.\n");
    GatehouseSchema.definitions(InstalledControlPlanes.FORMATS)
        .forEach((name, schema) -> table(name, map(schema), text));
    return text.toString();
  }

  private static void table(String name, Map<?, ?> schema, StringBuilder text) {
    Map<?, ?> object =
        schema.containsKey("anyOf") ? map(((List<?>) schema.get("anyOf")).get(1)) : schema;
    List<?> required =
        object.containsKey("required") ? (List<?>) object.get("required") : List.of();
    text.append("\n### ").append(name).append("\n\n").append(object.get("description"));
    if (schema != object) {
      text.append(" May be written as the value of its first key alone.");
    }
    text.append("\n\n| key | what it is for | example |\n|---|---|---|\n");
    map(object.get("properties"))
        .forEach(
            (key, value) -> {
              String shown = "`" + key + "`";
              text.append("| ")
                  .append(required.contains(key) ? "**" + shown + "**" : shown)
                  .append(" | ")
                  .append(map(value).get("description"))
                  .append(" | ")
                  .append(examples(map(value)))
                  .append(" |\n");
            });
  }

  private static String examples(Map<?, ?> value) {
    if (!value.containsKey("examples")) {
      return value.containsKey("$ref")
          ? "see " + value.get("$ref").toString().replaceFirst(".*/", "")
          : "";
    }
    return ((List<?>) value.get("examples"))
        .stream().map(example -> "`" + example + "`").collect(Collectors.joining(", "));
  }

  private static Map<?, ?> map(Object value) {
    return (Map<?, ?>) value;
  }
}
