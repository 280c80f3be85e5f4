package dev.gatehouse.app.drive;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits for the wish to stop (Ctrl-C, SIGTERM) and lets running work settle before the end. */
public final class Interruption implements AutoCloseable {
  private static final int GRACE_SECONDS = 20;
  private final CountDownLatch settled = new CountDownLatch(1);
  private final Thread hook = new Thread(this::interrupted, "gatehouse-interruption");
  private volatile boolean came;

  private Interruption() {}

  /** Starts waiting. */
  public static Interruption awaited() {
    Interruption interruption = new Interruption();
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  /** Returns whether someone wants to stop. */
  public boolean came() {
    return came;
  }

  @Override
  public void close() {
    settled.countDown();
    if (!came) {
      Runtime.getRuntime().removeShutdownHook(hook);
    }
  }

  private void interrupted() {
    came = true;
    try {
      if (!settled.await(GRACE_SECONDS, TimeUnit.SECONDS)) {
        System.getLogger("dev.gatehouse").log(System.Logger.Level.WARNING, "stopped in the middle");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
