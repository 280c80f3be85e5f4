package dev.gatehouse.json;

import dev.gatehouse.change.Artifact;
import dev.gatehouse.change.Revision;
import dev.gatehouse.plan.PlanHash;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Makes a random value of any domain type, by its record components; the same seed, the same. */
final class AnyValue {
  private static final String[] TEXTS = {
    "", " ", "plain", "a \"quoted\" \\ path/é", "日本", "\u0000\u0007\n\r\t\u2028", "\ud800", "😀"
  };

  private final Random random;

  AnyValue(long seed) {
    random = new Random(seed);
  }

  Object of(Type type) {
    if (type instanceof ParameterizedType generic) {
      return container((Class<?>) generic.getRawType(), generic.getActualTypeArguments()[0]);
    }
    Class<?> raw = (Class<?>) type;
    if (raw.isEnum()) {
      return pick(raw.getEnumConstants());
    }
    if (raw.isSealed()) {
      return of(pick(raw.getPermittedSubclasses()));
    }
    return raw.isRecord() ? record(raw) : scalar(raw, TEXTS);
  }

  private Object container(Class<?> raw, Type member) {
    int size = raw == Optional.class ? random.nextInt(2) : 1 + random.nextInt(3);
    List<Object> members = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      members.add(of(member));
    }
    if (raw == Optional.class) {
      return members.stream().findFirst();
    }
    return raw == List.class ? members : new HashSet<>(members);
  }

  private Object record(Class<?> raw) {
    if (raw == PlanHash.class) {
      return new PlanHash(hex(64));
    }
    if (raw == Revision.class) {
      return new Revision(hex(random.nextBoolean() ? 40 : 64));
    }
    if (raw == Artifact.class) {
      return Artifact.parse("ghcr.io/acme/web:v" + random.nextInt(9) + "@sha256:" + hex(64));
    }
    return make(raw, TEXTS).or(() -> make(raw, new String[] {"n" + hex(6)})).orElseThrow();
  }

  /** Empty when the record's rules refuse what was drawn. */
  private Optional<Object> make(Class<?> raw, String[] texts) {
    try {
      RecordComponent[] components = raw.getRecordComponents();
      Constructor<?> constructor =
          raw.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      constructor.setAccessible(true);
      return Optional.of(
          constructor.newInstance(
              Arrays.stream(components).map(c -> part(c.getGenericType(), texts)).toArray()));
    } catch (java.lang.reflect.InvocationTargetException refused) {
      return Optional.empty();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make a " + raw, e);
    }
  }

  private Object part(Type type, String[] texts) {
    return type == String.class ? pick(texts) : of(type);
  }

  private Object scalar(Class<?> raw, String[] texts) {
    if (raw == String.class) {
      return pick(texts);
    }
    if (raw == int.class || raw == Integer.class) {
      return 1 + random.nextInt(100);
    }
    if (raw == long.class) {
      return random.nextLong();
    }
    if (raw == double.class || raw == Double.class) {
      return random.nextGaussian() * Math.pow(10, random.nextInt(12));
    }
    if (raw == boolean.class) {
      return random.nextBoolean();
    }
    if (raw == Instant.class) {
      return Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
    }
    if (raw == Duration.class) {
      return Duration.ofMillis(random.nextInt());
    }
    throw new IllegalArgumentException("no sample for " + raw + "; add one here");
  }

  private <T> T pick(T[] choices) {
    return choices[random.nextInt(choices.length)];
  }

  private String hex(int digits) {
    StringBuilder text = new StringBuilder();
    while (text.length() < digits) {
      text.append(Integer.toHexString(random.nextInt(16)));
    }
    return text.toString();
  }
}
