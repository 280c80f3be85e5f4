package dev.gatehouse.argo.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.argocd.model.AppProject;
import dev.gatehouse.argocd.model.SyncWindow;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Windows beside each other, as Argo CD itself decides about them; now is 09:00. */
class WindowCalendarTest {
  private static final Instant NINE = Instant.parse("2026-11-23T09:00:00Z");

  private static SyncWindow allow(int hour, String length) {
    return new SyncWindow("allow", daily(hour), length, false);
  }

  private static SyncWindow deny(int hour, String length) {
    return new SyncWindow("deny", daily(hour), length, false);
  }

  private static String daily(int hour) {
    return "0 " + hour + " * * *";
  }

  private static SyncWindow byHand(SyncWindow window) {
    return new SyncWindow(window.kind(), window.schedule(), window.duration(), true);
  }

  private static WindowCalendar calendar(SyncWindow... windows) {
    return WindowCalendar.of(List.of(windows), AppProjects.without(), Daily.CRONS);
  }

  private static void opens(int hour, Trigger trigger, SyncWindow... windows) {
    WindowCalendar calendar = calendar(windows);
    assertThat(calendar.isOpen(NINE, trigger)).isFalse();
    assertThat(calendar.opensAfter(NINE, trigger))
        .contains(Instant.parse("2026-11-23T%02d:00:00Z".formatted(hour)));
  }

  private static void isOpen(Trigger trigger, SyncWindow... windows) {
    assertThat(calendar(windows).isOpen(NINE, trigger)).isTrue();
  }

  @Test
  void withoutWindowsItIsOpen() {
    isOpen(Trigger.BY_ITSELF);
  }

  @Test
  void anActiveDenyWinsOverAnActiveAllow() {
    opens(11, Trigger.BY_ITSELF, allow(8, "6h"), deny(9, "2h"));
  }

  @Test
  void oneActiveAllowOpensWhatAnotherDoesNot() {
    isOpen(Trigger.BY_ITSELF, allow(14, "1h"), allow(8, "2h"));
  }

  @Test
  void aWindowEndsAtItsEndAndBeginsAtItsStart() {
    opens(10, Trigger.BY_ITSELF, deny(8, "2h"));
    WindowCalendar calendar = calendar(allow(9, "1h"));
    assertThat(calendar.isOpen(NINE, Trigger.BY_ITSELF)).isTrue();
    assertThat(calendar.isOpen(NINE.plusSeconds(3600), Trigger.BY_ITSELF)).isFalse();
  }

  @Test
  void denyWindowsThatMeetAreWaitedOutTogether() {
    opens(13, Trigger.BY_ITSELF, deny(8, "2h"), deny(10, "3h"));
  }

  @Test
  void aSyncByHandPassesOnlyWhenEveryActiveDenyLetsItThrough() {
    isOpen(Trigger.BY_HAND, byHand(deny(8, "4h")));
    opens(12, Trigger.BY_ITSELF, byHand(deny(8, "4h")));
    opens(10, Trigger.BY_HAND, byHand(deny(8, "4h")), deny(9, "1h"));
  }

  /** An active deny that lets syncs by hand through decides alone, whatever is allowed when. */
  @Test
  void aDenyThatLetsThroughDecidesBeforeAllows() {
    isOpen(Trigger.BY_HAND, byHand(deny(8, "4h")), allow(14, "1h"));
    opens(14, Trigger.BY_ITSELF, byHand(deny(8, "4h")), allow(14, "1h"));
  }

  @Test
  void anActiveAllowOpensAlsoWhenOnlyItLetsSyncsByHandThrough() {
    isOpen(Trigger.BY_HAND, byHand(allow(8, "2h")), allow(14, "1h"));
  }

  @Test
  void betweenAllowWindowsASyncByHandPassesOnlyWhenAllOfThemLetItThrough() {
    isOpen(Trigger.BY_HAND, byHand(allow(12, "1h")), byHand(allow(14, "1h")));
    opens(12, Trigger.BY_HAND, byHand(allow(12, "1h")), allow(14, "1h"));
  }

  @Test
  void aKindThatIsNotKnownIsTakenForDeny() {
    opens(10, Trigger.BY_ITSELF, new SyncWindow("freeze", daily(8), "2h", false));
  }

  @Test
  void oneWindowThatCannotBeReadMakesTheOpeningUnknown() {
    assertThat(
            calendar(deny(8, "2h"), new SyncWindow("deny", "?", "1h", false))
                .opensAfter(NINE, Trigger.BY_ITSELF))
        .isEmpty();
    assertThat(calendar(deny(8, "soon")).opensAfter(NINE, Trigger.BY_ITSELF)).isEmpty();
  }

  @Test
  void whatIsAlwaysClosedHasNoOpening() {
    assertThat(calendar(deny(0, "24h")).opensAfter(NINE, Trigger.BY_ITSELF)).isEmpty();
  }

  @Test
  void theTimeZoneIsTheProjects() {
    AppProject project = AppProjects.with("deny", daily(3), "2h", "America/New_York");
    assertThat(
            WindowCalendar.of(List.of(deny(3, "2h")), project, Daily.CRONS)
                .opensAfter(NINE, Trigger.BY_ITSELF))
        .contains(Instant.parse("2026-11-23T10:00:00Z"));
  }

  /** The application's view cannot tell apart two windows that differ in their time zone only. */
  @Test
  void twoTimeZonesOfWindowsThatAreAlikeMakeTheOpeningUnknown() {
    AppProject project =
        AppProjects.with("deny", daily(3), "2h", "America/New_York", "Europe/Berlin");
    assertThat(
            WindowCalendar.of(List.of(deny(3, "2h")), project, Daily.CRONS)
                .opensAfter(NINE, Trigger.BY_ITSELF))
        .isEmpty();
  }

  @Test
  void aTimeZoneThatIsNotKnownHereMakesTheOpeningUnknown() {
    AppProject project = AppProjects.with("deny", daily(3), "2h", "Moon/Base");
    assertThat(
            WindowCalendar.of(List.of(deny(3, "2h")), project, Daily.CRONS)
                .opensAfter(NINE, Trigger.BY_ITSELF))
        .isEmpty();
  }
}
