package dev.gatehouse.jenkins.waiting;

import dev.gatehouse.identity.Caller;
import java.util.Optional;

/**
 * Why a step stops before its promotion has ended.
 *
 * @param why one short clause for people, such as {@code the build was aborted by ann}
 * @param by the person who stopped it, or empty where it was time or Jenkins
 */
public record Stop(String why, Optional<Caller> by) {}
