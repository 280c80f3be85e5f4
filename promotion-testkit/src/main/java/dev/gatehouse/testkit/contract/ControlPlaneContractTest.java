package dev.gatehouse.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.change.CanonicalDigest;
import dev.gatehouse.spi.ControlPlane;
import dev.gatehouse.spi.EvidenceSource;
import dev.gatehouse.stage.ControlPlaneSettings;
import org.junit.jupiter.api.Test;

/** What every {@link ControlPlane} keeps; extend it and return one, and settings of its kind. */
public abstract class ControlPlaneContractTest {
  /** For the class that extends it. */
  protected ControlPlaneContractTest() {}

  /** Returns the control plane under test. */
  protected abstract ControlPlane controlPlane();

  /** Returns settings of a target that it follows; equal and new at every call. */
  protected abstract ControlPlaneSettings settings();

  @Test
  void theSettingsOfItsTargetsNameItsKind() {
    assertThat(settings().kind()).isEqualTo(controlPlane().kind());
  }

  @Test
  void settingsArePartOfTheDigestOfTheRules() {
    assertThat(settings()).isInstanceOf(Record.class).isEqualTo(settings());
    assertThat(new CanonicalDigest().add(settings()).hex())
        .isEqualTo(new CanonicalDigest().add(settings()).hex());
  }

  /** What reads live state may remember what it saw. */
  @Test
  void itsLiveStateReaderIsAlwaysTheSame() {
    ControlPlane plane = controlPlane();
    assertThat(plane.liveStateReader()).isSameAs(plane.liveStateReader());
  }

  @Test
  void itsSourcesOfFactsHaveDifferentNames() {
    assertThat(controlPlane().evidence()).extracting(EvidenceSource::name).doesNotHaveDuplicates();
  }
}
