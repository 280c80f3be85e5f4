package dev.gatehouse.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.reason.InvalidConfigurationException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ArtifactTest {
  private static final String DIGEST = "sha256:" + "a".repeat(64);

  @Test
  void aReferenceIsReadIntoNameTagAndDigest() {
    assertThat(Artifact.parse("ghcr.io/acme/web:1.2@" + DIGEST))
        .isEqualTo(new Artifact("ghcr.io/acme/web", Optional.of("1.2"), Optional.of(DIGEST)));
    assertThat(Artifact.parse("web"))
        .isEqualTo(new Artifact("web", Optional.empty(), Optional.empty()));
  }

  @Test
  void aPortIsNotATag() {
    assertThat(Artifact.parse("registry:5000/web").tag()).isEmpty();
    assertThat(Artifact.parse("registry:5000/web:2").tag()).contains("2");
  }

  @TestFactory
  Stream<DynamicTest> whatNoRegistryTakesIsRefused() {
    return Stream.of(
            "",
            "-web",
            "web:",
            "web@sha256:abc",
            "web@md5:" + "a".repeat(32),
            "we b",
            "web:t/g\n",
            "a".repeat(300))
        .map(
            text ->
                DynamicTest.dynamicTest(
                    "'" + text.strip() + "'",
                    () ->
                        assertThatThrownBy(() -> Artifact.parse(text))
                            .isInstanceOf(InvalidConfigurationException.class)
                            .hasMessageContaining("Write name:tag")));
  }

  @Property(tries = 200)
  void whatIsWrittenIsReadBack(@ForAll("artifacts") Artifact artifact) {
    assertThat(Artifact.parse(artifact.reference())).isEqualTo(artifact);
  }

  @Test
  void aChangeIsItsContentAndNotItsTitleOrAuthors() {
    Change one = change("web:1", "ann", "first");
    assertThat(one.id()).isEqualTo(change("web:1", "bob", "second").id());
    assertThat(one.id()).isNotEqualTo(change("web:2", "ann", "first").id());
    assertThat(one.id().value()).matches("shop@[0-9a-f]{64}");
  }

  @Test
  void theOnlyArtifactNeedsNoName() {
    Change one = change("web:1", "ann", "t");
    assertThat(one.artifact(Optional.empty())).isPresent();
    assertThat(one.artifact(Optional.of("web"))).isPresent();
    assertThat(one.artifact(Optional.of("db"))).isEmpty();
    Change two =
        new Change(
            new ApplicationName("shop"),
            List.of(Artifact.parse("web:1"), Artifact.parse("db:1")),
            Optional.empty(),
            List.of(),
            "t");
    assertThat(two.artifact(Optional.empty())).isEmpty();
  }

  @Provide
  Arbitrary<Artifact> artifacts() {
    Arbitrary<String> names = Arbitraries.of("web", "ghcr.io/acme/web", "registry:5000/a/b");
    Arbitrary<Optional<String>> tags = Arbitraries.of("1", "v1.2.3-rc.1", "latest").optional();
    Arbitrary<Optional<String>> digests = Arbitraries.just(DIGEST).optional();
    return names.flatMap(
        name -> tags.flatMap(tag -> digests.map(digest -> new Artifact(name, tag, digest))));
  }

  private static Change change(String reference, String author, String title) {
    return new Change(
        new ApplicationName("shop"),
        List.of(Artifact.parse(reference)),
        Optional.empty(),
        List.of(new Author(author)),
        title);
  }
}
