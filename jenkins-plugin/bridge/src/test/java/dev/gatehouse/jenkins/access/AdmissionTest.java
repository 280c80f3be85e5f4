package dev.gatehouse.jenkins.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.Actor;
import dev.gatehouse.identity.Directory;
import dev.gatehouse.identity.Verb;
import dev.gatehouse.reason.ReasonCode;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AdmissionTest {
  private static final Admission ADMISSION = new Admission("jenkins", Set.of("Deploy-Bot"));

  private static Identity with(String id, JenkinsPermission... held) {
    Set<JenkinsPermission> permissions = EnumSet.noneOf(JenkinsPermission.class);
    permissions.addAll(Set.of(held));
    return Identity.user(id, Set.of("owners"), permissions);
  }

  private static Identity everything(String id) {
    return with(id, JenkinsPermission.values());
  }

  private static Actor admitted(Identity who, Verb verb) {
    return ((Admitted.As) ADMISSION.admit(who, verb, Directory.EMPTY)).caller().actor();
  }

  private static ReasonCode refused(Identity who, Verb verb, Directory directory) {
    return ((Admitted.Refused) ADMISSION.admit(who, verb, directory)).reason().code();
  }

  @Test
  void eachVerbNeedsItsPermissionAndNoOther() {
    Map<Verb, Set<JenkinsPermission>> enough = new HashMap<>();
    for (Verb verb : Verb.values()) {
      for (JenkinsPermission one : JenkinsPermission.values()) {
        if (ADMISSION.admit(with("ann", one), verb, Directory.EMPTY).kind() == Admitted.Kind.AS) {
          enough.computeIfAbsent(verb, v -> EnumSet.noneOf(JenkinsPermission.class)).add(one);
        }
      }
    }
    assertThat(enough).hasSize(Verb.values().length);
    enough.forEach(
        (verb, held) -> assertThat(held).as("%s", verb).containsOnly(JenkinsPermission.of(verb)));
  }

  @Test
  void administratorsOfJenkinsDecideNothingUnlessTheyAreGivenIt() {
    Identity administrator =
        Identity.user(
            "root",
            Set.of(),
            EnumSet.copyOf(
                java.util.Arrays.stream(JenkinsPermission.values())
                    .filter(JenkinsPermission::administratorsHoldIt)
                    .toList()));

    for (Verb verb :
        Set.of(Verb.PROPOSE, Verb.APPROVE, Verb.REJECT, Verb.WAIVE, Verb.ABORT, Verb.ATTEST)) {
      assertThat(refused(administrator, verb, Directory.EMPTY))
          .as("%s", verb)
          .isEqualTo(Admission.NO_PERMISSION);
    }
    assertThat(admitted(administrator, Verb.SEE).id()).isEqualTo("root");
  }

  @Test
  void codeThatRunsAsSystemProposesAsAServiceAndDecidesNothing() {
    Identity all =
        new Identity(
            Identity.Kind.SYSTEM, "SYSTEM", Set.of(), EnumSet.allOf(JenkinsPermission.class));

    assertThat(admitted(all, Verb.PROPOSE)).isEqualTo(Actor.service("jenkins"));
    for (Verb verb : Set.of(Verb.APPROVE, Verb.REJECT, Verb.WAIVE, Verb.ABORT, Verb.ATTEST)) {
      assertThat(refused(all, verb, Directory.EMPTY))
          .as("%s", verb)
          .isEqualTo(Admission.NOBODY_DECIDED);
    }
  }

  @Test
  void someoneWithoutALoginOnlySees() {
    Identity nobody =
        new Identity(
            Identity.Kind.ANONYMOUS, "anonymous", Set.of(), EnumSet.allOf(JenkinsPermission.class));

    assertThat(admitted(nobody, Verb.SEE).id()).isEqualTo("anonymous");
    assertThat(refused(nobody, Verb.PROPOSE, Directory.EMPTY)).isEqualTo(Admission.NOBODY_DECIDED);
  }

  @Test
  void aLoginOfAMachineIsNeverAPerson() {
    assertThat(admitted(everything("deploy-bot"), Verb.APPROVE).kind())
        .isEqualTo(Actor.Kind.SERVICE);
    assertThat(admitted(everything("ann"), Verb.APPROVE).kind()).isEqualTo(Actor.Kind.PERSON);
  }

  @Test
  void aLoginNeverPassesForJenkinsItself() {
    Directory aliased =
        new Directory(
            Map.of("jenkins", Actor.service("jenkins", "trusted")),
            Map.of("ci@x.example", "jenkins"));

    assertThat(refused(everything("JENKINS"), Verb.ATTEST, Directory.EMPTY))
        .isEqualTo(Admission.NAME_OF_JENKINS);
    assertThat(refused(everything("ci@x.example"), Verb.ATTEST, aliased))
        .isEqualTo(Admission.NAME_OF_JENKINS);
  }

  @Test
  void twoLoginsNeverBecomeOneActor() {
    assertThat(refused(everything("ann lee"), Verb.SEE, Directory.EMPTY))
        .isEqualTo(Admission.LOGIN_UNUSABLE);
    assertThat(refused(everything("CORP\\ann"), Verb.SEE, Directory.EMPTY))
        .isEqualTo(Admission.LOGIN_UNUSABLE);
    assertThat(admitted(everything("ann@corp.example"), Verb.SEE).id())
        .isEqualTo("ann@corp.example");
  }

  @Test
  void groupsOfTheSecurityRealmComeAlong() {
    assertThat(admitted(everything("ann"), Verb.APPROVE).groups()).containsExactly("owners");
  }
}
