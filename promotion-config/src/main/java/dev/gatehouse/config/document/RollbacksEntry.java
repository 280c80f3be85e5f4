package dev.gatehouse.config.document;

import dev.gatehouse.config.shape.Says;
import java.util.Optional;

/**
 * What a rollback asks for; the control models are for going forward.
 *
 * @param approvals whose decisions are needed
 * @param keepWindows whether windows hold a rollback as they hold a change
 */
@Says("What a rollback asks for; the control models are for going forward.")
public record RollbacksEntry(
    @Says(
            "Whose decisions are needed. Default: none. Where some are needed, the person who rolls back cannot approve.")
        Optional<ApprovalsEntry> approvals,
    @Says(
            value =
                "Whether windows hold a rollback as they hold a change. Default: false. The freeze of a shard holds it in any case.",
            examples = "true")
        Optional<Boolean> keepWindows) {}
