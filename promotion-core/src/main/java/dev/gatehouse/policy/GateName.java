package dev.gatehouse.policy;

import dev.gatehouse.reason.Naming;

/**
 * The name of a gate, as people write it in a waiver.
 *
 * @param value such as {@code soak-time}
 */
public record GateName(String value) {
  /**
   * There is a plan; it holds while a remote that planning needs does not answer, and nobody can
   * waive it.
   */
  public static final GateName PLAN = new GateName("plan");

  /** Stages before this one have been passed. */
  public static final GateName STAGE_ORDER = new GateName("stage-order");

  /** No other promotion of the application runs in the stage. */
  public static final GateName STAGE_FREE = new GateName("stage-free");

  /** The people that the control model asks for have approved this plan. */
  public static final GateName APPROVAL = new GateName("approval");

  /** No freeze is on and, where there are allow windows, one is open. */
  public static final GateName PROMOTION_WINDOW = new GateName("promotion-window");

  /** The change has run in the stages before for long enough. */
  public static final GateName SOAK_TIME = new GateName("soak-time");

  /** The facts that the control model asks for are there and fresh. */
  public static final GateName EVIDENCE = new GateName("evidence");

  /** The stage's definition of done is met. */
  public static final GateName DEFINITION_OF_DONE = new GateName("definition-of-done");

  /** No risk factor forbids the change as it is. */
  public static final GateName RISK = new GateName("risk");

  /** Someone typed what will be lost. */
  public static final GateName CONFIRMATION = new GateName("confirmation");

  /** The shards that the wave needs can be driven now. */
  public static final GateName SHARD = new GateName("shard");

  /**
   * No commit on the branch claims to be ours and is not; asked by the writer of each target, and
   * lifted by a waiver like a gate.
   */
  public static final GateName BRANCH = new GateName("branch");

  /** A wave was watched for long enough; a waiver of it ends the watch, samples included. */
  public static final GateName BAKE = new GateName("bake");

  /** A wave was watched by enough observations; a waiver of it leaves the time as it is. */
  public static final GateName BAKE_SAMPLES = new GateName("bake-samples");

  /** Checks the spelling. */
  public GateName {
    Naming.require("gate", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
