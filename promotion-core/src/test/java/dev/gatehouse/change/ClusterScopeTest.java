package dev.gatehouse.change;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClusterScopeTest {
  @Test
  void aKindIsClusterScopedOnlyInItsOwnGroup() {
    assertThat(ClusterScope.holds(new ObjectKey("", "Namespace", "", "team"))).isTrue();
    assertThat(ClusterScope.holds(new ObjectKey("storage.k8s.io", "StorageClass", "", "fast")))
        .isTrue();
    assertThat(ClusterScope.holds(new ObjectKey("acme.io", "StorageClass", "shop", "fast")))
        .isFalse();
    assertThat(ClusterScope.holds(new ObjectKey("apps", "Deployment", "shop", "web"))).isFalse();
  }
}
