package dev.gatehouse.config.controlplane;

import dev.gatehouse.config.document.FollowerEntry;
import dev.gatehouse.config.problem.Place;
import dev.gatehouse.config.problem.ProblemCodes;
import dev.gatehouse.config.problem.Problems;
import dev.gatehouse.config.settings.ControlPlaneServer;
import dev.gatehouse.config.shape.Between;
import dev.gatehouse.config.shape.Located;
import dev.gatehouse.config.shape.Says;
import dev.gatehouse.config.shape.ShortForm;
import dev.gatehouse.stage.ControlPlaneKind;
import dev.gatehouse.stage.ControlPlaneSettings;
import dev.gatehouse.stage.ShardName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A kind of control plane that nobody has, under a key of the test's choice. */
public record Fleet(String key) implements ControlPlaneFormat<Fleet.HarbourEntry, Fleet.ShipEntry> {
  /** What a shard says. */
  @Says("Where the ships are.")
  public record HarbourEntry(
      @Says(value = "Its pier.", examples = "7") @Between(min = 1, max = 99)
          Located<Integer> pier) {}

  /** What a target says. */
  @Says("The ship that carries a target.")
  @ShortForm("ship")
  public record ShipEntry(
      Place place,
      @Says(value = "Its name; placeholders are replaced.", examples = "{target}")
          Located<String> ship,
      @Says(value = "How many are aboard. Default: 1.", examples = "2") @Between(min = 1, max = 9)
          Optional<Integer> crew)
      implements FollowerEntry {
    @Override
    public boolean isNone() {
      return ship.value().equals("none");
    }
  }

  /** What becomes of the shard's key. */
  public record Harbour(ControlPlaneKind kind, int pier) implements ControlPlaneServer {}

  /** What becomes of the target's key. */
  public record Ship(ControlPlaneKind kind, String name, int crew)
      implements ControlPlaneSettings {}

  @Override
  public Class<HarbourEntry> serverEntry() {
    return HarbourEntry.class;
  }

  @Override
  public String serverMeaning() {
    return "Where its ships are.";
  }

  @Override
  public Class<ShipEntry> followerEntry() {
    return ShipEntry.class;
  }

  @Override
  public String followerMeaning() {
    return "The ship that carries a target.";
  }

  @Override
  public Optional<ControlPlaneServer> server(HarbourEntry entry, ServerContext context) {
    return Optional.of(new Harbour(kind(), entry.pier().value()));
  }

  @Override
  public ControlPlaneSettings settings(ShipEntry entry, TargetContext context) {
    if (!context.hasServer()) {
      context
          .problems()
          .add(
              entry.place(),
              ProblemCodes.WRONG_COMBINATION,
              "The shard '" + context.shard() + "' has no harbour.",
              "Give it one.");
    }
    return new Ship(kind(), context.fill(entry.ship()), entry.crew().orElse(1));
  }

  @Override
  public void check(
      List<FollowedTarget> followed,
      Map<ShardName, ControlPlaneServer> servers,
      Problems problems) {
    long ships = followed.stream().map(FollowedTarget::settings).distinct().count();
    if (ships < followed.size()) {
      problems.add(
          followed.get(followed.size() - 1).place(),
          ProblemCodes.WRONG_COMBINATION,
          "Two targets are on one ship.",
          "Name another one.");
    }
  }

  private ControlPlaneKind kind() {
    return new ControlPlaneKind(key);
  }
}
