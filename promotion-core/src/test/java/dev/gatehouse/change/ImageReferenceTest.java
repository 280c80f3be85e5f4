package dev.gatehouse.change;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ImageReferenceTest {
  @Test
  void aPortBelongsToTheNameAndADigestFollowsATag() {
    assertThat(ImageReference.parse("registry:5000/shop"))
        .isEqualTo(new ImageReference("registry:5000/shop", "", ""));
    assertThat(ImageReference.parse("registry:5000/shop:1.2@sha256:ab"))
        .isEqualTo(new ImageReference("registry:5000/shop", "1.2", "sha256:ab"));
    assertThat(ImageReference.parse("shop@sha256:ab").version()).isEqualTo("@sha256:ab");
    assertThat(ImageReference.parse("shop:1@sha256:ab").version()).isEqualTo(":1@sha256:ab");
    assertThat(ImageReference.parse("")).isEqualTo(new ImageReference("", "", ""));
  }
}
