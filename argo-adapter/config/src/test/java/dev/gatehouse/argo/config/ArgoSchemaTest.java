package dev.gatehouse.argo.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.gatehouse.config.GatehouseSchema;
import dev.gatehouse.config.document.GatehouseDocument;
import dev.gatehouse.config.problem.Problems;
import dev.gatehouse.config.shape.Shape;
import dev.gatehouse.config.shape.Shapes;
import dev.gatehouse.config.yaml.YamlLimits;
import dev.gatehouse.config.yaml.YamlSource;
import dev.gatehouse.config.yaml.YamlTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The schema of the keys of Argo CD and their reader are one description. */
class ArgoSchemaTest {
  private final Shape shape = Shapes.of(GatehouseDocument.class, new ArgoFormat().extensions());
  private final Schema schema =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
          .getSchema(GatehouseSchema.text(Samples.KINDS), InputFormat.JSON);

  @Test
  void schemaAndReaderAgreeOnEveryFile() throws IOException {
    List<String> different = new ArrayList<>();
    List<Path> files = files();
    for (Path file : files) {
      Problems problems = new Problems(file.toString());
      Optional<YamlTree> tree =
          new YamlSource(YamlLimits.DEFAULT).read(Files.readAllBytes(file), problems);
      assertThat(problems.isEmpty()).as(file.toString()).isTrue();
      shape.read(tree.orElseThrow(), "$", problems);
      List<?> errors = schema.validate(json(tree.get()), InputFormat.JSON);
      if (problems.isEmpty() != errors.isEmpty()) {
        different.add(file + ": reader " + problems.inFileOrder() + ", schema " + errors);
      }
    }
    assertThat(files).hasSizeGreaterThan(10);
    assertThat(different).isEmpty();
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> broken = Files.list(Path.of("src/test/resources/broken"));
        Stream<Path> valid = Files.list(Path.of("src/test/resources/valid"));
        Stream<Path> examples = Files.list(Path.of("../../docs/examples"))) {
      return Stream.of(broken, valid, examples)
          .flatMap(files -> files)
          .filter(file -> file.toString().endsWith(".yaml"))
          .toList();
    }
  }

  private static String json(YamlTree tree) {
    if (tree instanceof YamlTree.Mapping mapping) {
      return mapping.entries().stream()
          .map(entry -> quoted(entry.key().text()) + ":" + json(entry.value()))
          .collect(Collectors.joining(",", "{", "}"));
    }
    if (tree instanceof YamlTree.Sequence list) {
      return list.items().stream()
          .map(ArgoSchemaTest::json)
          .collect(Collectors.joining(",", "[", "]"));
    }
    YamlTree.Scalar scalar = (YamlTree.Scalar) tree;
    return switch (scalar.type()) {
      case TEXT -> quoted(scalar.text());
      case FLAG, WHOLE_NUMBER, DECIMAL -> scalar.text();
      case NOTHING -> "null";
    };
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }
}
