package dev.gatehouse.view;

import dev.gatehouse.policy.ControlModel;
import dev.gatehouse.policy.DefinitionOfDone;
import dev.gatehouse.policy.Quorum;
import dev.gatehouse.policy.Slice;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The controls of a plan as data. */
public final class ControlsFields {
  private ControlsFields() {}

  /** Returns the fields. */
  public static Map<String, @Nullable Object> fields(ControlModel model) {
    return Fields.of("name", model.name())
        .and("class", model.changeClass())
        .and("level", model.level())
        .and("order", model.order().stream().map(Slice::label).toList())
        .and("firstBake", model.firstBake().time())
        .and("laterBake", model.laterBake().time())
        .and("bakeSamples", model.firstBake().samples())
        .and("approvals", quorums(model))
        .and("separationOfDuties", model.approval().separationOfDuties())
        .and("approvalsValidFor", model.approval().validFor())
        .and("evidence", model.evidence().stream().map(demand -> demand.check().value()).toList())
        .and("windows", model.windows())
        .and("wayBack", model.wayBack())
        .and("typedConfirmation", model.typedConfirmation())
        .map();
  }

  /** Returns the names of the checks. */
  public static List<String> checks(DefinitionOfDone done) {
    return done.checks().stream().map(check -> check.demand().check().value()).toList();
  }

  /** Returns the labels of the quorums. */
  public static List<String> quorums(ControlModel model) {
    return model.approval().quorums().stream().map(Quorum::label).toList();
  }
}
