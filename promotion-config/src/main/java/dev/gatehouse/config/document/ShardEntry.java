package dev.gatehouse.config.document;

import dev.gatehouse.config.shape.Between;
import dev.gatehouse.config.shape.ExtensionPoint;
import dev.gatehouse.config.shape.Extensions;
import dev.gatehouse.config.shape.Located;
import dev.gatehouse.config.shape.Says;
import dev.gatehouse.config.shape.ShortForm;
import dev.gatehouse.config.shape.Spelled;
import dev.gatehouse.config.shape.Spelling;
import dev.gatehouse.stage.Shard;
import java.util.Optional;

/**
 * One control plane and who may drive it.
 *
 * @param name its name
 * @param reach whether this installation may act on it
 * @param concurrency how many targets may be in flight at once
 * @param frozen why nothing may start on it now
 * @param controlPlanes how the control planes that make its targets live are reached
 */
@Says("One control plane and who may drive it.")
@ShortForm("name")
public record ShardEntry(
    @Says(value = "Its name.", examples = "eu-west") @Spelled(Spelling.NAME) Located<String> name,
    @Says(
            value = "Whether this installation may act on it. Default: executable.",
            examples = "visible-only")
        Optional<Shard.Reach> reach,
    @Says(value = "How many targets may be in flight at the same time. Default: 1.", examples = "2")
        @Between(min = 1, max = 10_000)
        Optional<Integer> concurrency,
    @Says(
            value = "Why nothing may start on it now. Without it the shard is open.",
            examples = "maintenance until Friday")
        Optional<String> frozen,
    @ExtensionPoint(ShardEntry.CONTROL_PLANE) Extensions controlPlanes) {
  /** The extension point for keys that say how a control plane is reached. */
  public static final String CONTROL_PLANE = "control-plane-of-shard";
}
