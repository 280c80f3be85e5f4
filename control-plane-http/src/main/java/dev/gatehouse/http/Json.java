package dev.gatehouse.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/** Reads and writes JSON within bounds. Thread-safe. */
public final class Json {
  private static final int LONGEST_TEXT = 32 * 1024 * 1024;
  private static final ObjectMapper WRITER = mapper(200);

  private Json() {}

  /** A mapper that skips unknown fields and refuses what is nested deeper than this. */
  public static ObjectMapper mapper(int depth) {
    JsonFactory factory =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(depth)
                    .maxStringLength(LONGEST_TEXT)
                    .build())
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();
    return JsonMapper.builder(factory)
        .addModule(new Jdk8Module())
        .addModule(new SimpleModule().addDeserializer(Instant.class, new InstantReader()))
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
        .defaultPropertyInclusion(
            JsonInclude.Value.construct(
                JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
        .build();
  }

  /** The value as JSON in UTF-8. */
  public static byte[] write(Object value) {
    try {
      return WRITER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "a " + value.getClass().getSimpleName() + " cannot be written as JSON", e);
    }
  }

  /** The value as a JSON tree, to add to it. */
  public static ObjectNode tree(Object value) {
    return WRITER.valueToTree(value);
  }

  /** An empty JSON object. */
  public static ObjectNode object() {
    return WRITER.createObjectNode();
  }

  /** Reads the times of Go: RFC 3339, with or without a fraction. */
  private static final class InstantReader extends StdScalarDeserializer<Instant> {
    private static final long serialVersionUID = 1L;

    InstantReader() {
      super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      String text = parser.getValueAsString("");
      try {
        return OffsetDateTime.parse(text).toInstant();
      } catch (DateTimeParseException e) {
        throw context.weirdStringException("", Instant.class, "not a time of RFC 3339");
      }
    }
  }
}
