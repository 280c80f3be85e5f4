package dev.gatehouse.testkit.lawbreakers.impl;

import dev.gatehouse.gate.Gate;
import dev.gatehouse.gate.GateContext;
import dev.gatehouse.gate.GateVerdict;
import dev.gatehouse.history.Recorded;
import dev.gatehouse.policy.GateName;
import dev.gatehouse.spi.HistoryListener;
import java.util.List;

/** Breaks every law of a module: its package has no package-info and a name that says nothing. */
public final class Lawbreakers {
  private Lawbreakers() {}

  /** Sleeps. */
  public static final class Sleeper {
    /** Sleeps a moment. */
    public void rest() throws InterruptedException {
      java.util.concurrent.TimeUnit.MILLISECONDS.sleep(1);
    }
  }

  /** Sleeps by another name. */
  public static final class Parker {
    /** Parks a moment. */
    public void rest() {
      java.util.concurrent.locks.LockSupport.parkNanos(1);
    }
  }

  /** Mocks. */
  public static final class Mocker {
    final Object mock = org.mockito.Mockery.mock();
  }

  /** Reaches for the engine. */
  public static final class Driver {
    final Class<?> engine = dev.gatehouse.engine.PromotionEngine.class;
  }

  /** Judges, though an adapter translates. */
  public static final class Judge implements Gate {
    @Override
    public GateName name() {
      return GateName.SOAK_TIME;
    }

    @Override
    public GateVerdict judge(GateContext context) {
      return new GateVerdict.Passed(List.of());
    }
  }

  /** Implements a port that no test proves. */
  public static final class Unproven implements HistoryListener {
    @Override
    public void appended(List<Recorded> events) {}
  }
}
