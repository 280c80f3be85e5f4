package dev.gatehouse.history;

import dev.gatehouse.change.Revision;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.stage.TargetName;

/**
 * Something that happened to an application outside its promotions. Immutable; new kinds are added,
 * none is altered.
 */
public sealed interface ApplicationEvent extends LedgerEvent {
  /** The kind of event; one constant per record. */
  enum Type {
    BYPASS_FOUND
  }

  /** Returns the kind. */
  Type type();

  /**
   * The desired state of a target was changed without a promotion.
   *
   * @param target the target
   * @param revision the commit that did it
   * @param reason what was changed, where, and what to do next
   */
  record BypassFound(TargetName target, Revision revision, Reason reason)
      implements ApplicationEvent {
    @Override
    public Type type() {
      return Type.BYPASS_FOUND;
    }
  }
}
