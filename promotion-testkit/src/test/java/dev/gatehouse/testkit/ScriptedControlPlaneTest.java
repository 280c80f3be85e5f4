package dev.gatehouse.testkit;

import dev.gatehouse.spi.ControlPlane;
import dev.gatehouse.stage.ControlPlaneSettings;
import dev.gatehouse.testkit.contract.ControlPlaneContractTest;

class ScriptedControlPlaneTest extends ControlPlaneContractTest {
  @Override
  protected ControlPlane controlPlane() {
    return new ScriptedControlPlane();
  }

  @Override
  protected ControlPlaneSettings settings() {
    return new ScriptedControlPlane.Settings("shop-a");
  }
}
