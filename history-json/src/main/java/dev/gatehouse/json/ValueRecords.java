package dev.gatehouse.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.Serializers;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/**
 * Writes a record that only wraps a {@code String value}, such as a name or a hash, as a string.
 */
final class ValueRecords {
  private ValueRecords() {}

  static SimpleModule module() {
    return new SimpleModule("value-records") {
      private static final long serialVersionUID = 1L;

      @Override
      public void setupModule(SetupContext context) {
        context.addSerializers(new Writers());
        context.addDeserializers(new Readers());
      }
    };
  }

  private static boolean isValue(Class<?> type) {
    if (!type.isRecord()) {
      return false;
    }
    RecordComponent[] components = type.getRecordComponents();
    return components.length == 1
        && components[0].getName().equals("value")
        && components[0].getType() == String.class;
  }

  private static final class Writers extends Serializers.Base {
    @Override
    public @Nullable JsonSerializer<?> findSerializer(
        SerializationConfig config, JavaType type, BeanDescription description) {
      return isValue(type.getRawClass()) ? new Writer(type.getRawClass()) : null;
    }
  }

  private static final class Readers extends Deserializers.Base {
    @Override
    public @Nullable JsonDeserializer<?> findBeanDeserializer(
        JavaType type, DeserializationConfig config, BeanDescription description) {
      return isValue(type.getRawClass()) ? new Reader(type.getRawClass()) : null;
    }

    @Override
    public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
      return isValue(type);
    }
  }

  private static final class Writer extends StdScalarSerializer<Object> {
    private static final long serialVersionUID = 1L;
    private final transient Method accessor;

    Writer(Class<?> type) {
      super(type, false);
      accessor = type.getRecordComponents()[0].getAccessor();
    }

    @Override
    public void serialize(Object value, JsonGenerator generator, SerializerProvider provider)
        throws IOException {
      try {
        generator.writeString((String) accessor.invoke(value));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("a record's accessor cannot fail: " + accessor, e);
      }
    }
  }

  private static final class Reader extends StdScalarDeserializer<Object> {
    private static final long serialVersionUID = 1L;
    private final transient Constructor<?> constructor;

    Reader(Class<?> type) {
      super(type);
      try {
        constructor = type.getDeclaredConstructor(String.class);
      } catch (NoSuchMethodException e) {
        throw new IllegalStateException("a record has its constructor: " + type, e);
      }
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      String text = _parseString(parser, context, this);
      try {
        return constructor.newInstance(text);
      } catch (InvocationTargetException e) {
        throw context.instantiationException(handledType(), e.getCause());
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("a value record cannot be made: " + handledType(), e);
      }
    }
  }
}
