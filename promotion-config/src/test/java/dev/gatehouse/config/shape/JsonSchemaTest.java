package dev.gatehouse.config.shape;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.gatehouse.config.GatehouseSchema;
import dev.gatehouse.config.StarterFile;
import dev.gatehouse.config.controlplane.ControlPlaneFormat;
import dev.gatehouse.config.controlplane.Fleet;
import dev.gatehouse.config.document.GatehouseDocument;
import dev.gatehouse.config.problem.Problems;
import dev.gatehouse.config.yaml.YamlLimits;
import dev.gatehouse.config.yaml.YamlSource;
import dev.gatehouse.config.yaml.YamlTree;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The published schema and the reader are one description, so they agree on every file. */
class JsonSchemaTest {
  /** What a pattern cannot say: which zones there are. */
  private static final Set<String> ONLY_THE_READER_KNOWS = Set.of("time-zones.yaml");

  private static final List<ControlPlaneFormat<?, ?>> KINDS = List.of(new Fleet("fleet"));

  private final Shape shape = Shapes.of(GatehouseDocument.class, new Fleet("fleet").extensions());
  private final Schema schema =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
          .getSchema(GatehouseSchema.text(KINDS), InputFormat.JSON);

  @Test
  void theSchemaIsItselfAValidSchema() throws IOException {
    String metaSchema =
        new String(
            Schema.class.getClassLoader().getResourceAsStream("draft-07/schema").readAllBytes(),
            StandardCharsets.UTF_8);
    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(metaSchema, InputFormat.JSON)
                .validate(GatehouseSchema.text(KINDS), InputFormat.JSON))
        .isEmpty();
  }

  @Test
  void schemaAndReaderAgreeOnEveryFile() throws IOException {
    List<String> different = new ArrayList<>();
    int compared = 0;
    for (Path file : files()) {
      String name = file.getFileName().toString();
      Problems problems = new Problems(name);
      Optional<YamlTree> tree =
          new YamlSource(YamlLimits.DEFAULT).read(Files.readAllBytes(file), problems);
      if (tree.isPresent() && problems.isEmpty()) {
        compared++;
        shape.read(tree.get(), "$", problems);
        List<?> errors = schema.validate(JsonText.of(json(tree.get())), InputFormat.JSON);
        if (problems.isEmpty() != errors.isEmpty() && !ONLY_THE_READER_KNOWS.contains(name)) {
          different.add(name + ": reader " + problems.inFileOrder() + ", schema " + errors);
        }
      }
    }
    assertThat(compared).isGreaterThan(40);
    assertThat(different).isEmpty();
  }

  @Test
  void everyKeyIsExplained() {
    Definitions definitions = new Definitions();
    shape.schema(definitions);
    definitions
        .all()
        .forEach((name, object) -> assertThat(object.toString()).as(name).contains("description="));
  }

  private static List<Path> files() throws IOException {
    Path starter = Files.createTempFile("starter", ".yaml");
    starter.toFile().deleteOnExit();
    Files.writeString(starter, new StarterFile("checkout", "./deploy", "schema.json").text());
    try (Stream<Path> broken = Files.list(Path.of("src/test/resources/broken"));
        Stream<Path> valid = Files.list(Path.of("src/test/resources/valid"));
        Stream<Path> examples = Files.list(Path.of("../docs/examples"))) {
      return Stream.of(broken, valid, examples, Stream.of(starter))
          .flatMap(files -> files)
          .filter(file -> file.toString().endsWith(".yaml"))
          .toList();
    }
  }

  private static Object json(YamlTree tree) {
    if (tree instanceof YamlTree.Mapping mapping) {
      Map<String, Object> object = new LinkedHashMap<>();
      mapping.entries().forEach(entry -> object.put(entry.key().text(), json(entry.value())));
      return object;
    }
    if (tree instanceof YamlTree.Sequence list) {
      return list.items().stream().map(JsonSchemaTest::json).toList();
    }
    YamlTree.Scalar scalar = (YamlTree.Scalar) tree;
    return switch (scalar.type()) {
      case TEXT -> scalar.text();
      case FLAG -> Boolean.parseBoolean(scalar.text());
      case WHOLE_NUMBER, DECIMAL -> new BigDecimal(scalar.text());
      case NOTHING -> JsonNull.NULL;
    };
  }

  private enum JsonNull {
    NULL;

    @Override
    public String toString() {
      return "null";
    }
  }
}
