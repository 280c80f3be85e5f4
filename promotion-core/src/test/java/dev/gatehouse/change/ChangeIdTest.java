package dev.gatehouse.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChangeIdTest {
  @Test
  void theIdHasEveryDigitOfTheDigest() {
    assertThat(change("1").id().value()).matches("shop@[0-9a-f]{64}");
    assertThat(change("1").id().brief()).matches("shop@[0-9a-f]{12}");
    assertThat(change("1").id().value()).startsWith(change("1").id().brief());
  }

  @Test
  void twoChangesWhoseFirstDigitsCollideAreTwoChanges() {
    Map<String, Change> seen = new HashMap<>();
    for (int version = 0; ; version++) {
      Change next = change(Integer.toString(version));
      Change other = seen.put(next.id().value().substring(0, 13), next);
      if (other != null) {
        assertThat(next.id()).isNotEqualTo(other.id());
        return;
      }
    }
  }

  private static Change change(String version) {
    return new Change(
        new ApplicationName("shop"),
        List.of(Artifact.parse("registry.example/shop:" + version)),
        Optional.empty(),
        List.of(),
        "");
  }
}
