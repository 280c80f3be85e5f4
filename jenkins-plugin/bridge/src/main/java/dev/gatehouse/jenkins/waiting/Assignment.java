package dev.gatehouse.jenkins.waiting;

import dev.gatehouse.identity.Caller;
import dev.gatehouse.jenkins.build.BuildRecord;
import dev.gatehouse.jenkins.build.ChangeRequest;
import java.util.function.Supplier;

/**
 * What a step has to do, as its build says again after a restart.
 *
 * @param request what to promote
 * @param build what Jenkins has recorded of the build by now
 * @param starter who the build acts for
 * @param jenkins Jenkins itself, which watches the promotion and states the facts
 * @param waits whether the step waits for the end
 */
public record Assignment(
    ChangeRequest request,
    Supplier<BuildRecord> build,
    Caller starter,
    Caller jenkins,
    boolean waits) {}
