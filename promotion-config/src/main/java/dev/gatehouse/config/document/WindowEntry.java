package dev.gatehouse.config.document;

import dev.gatehouse.config.problem.Place;
import dev.gatehouse.config.shape.Listing;
import dev.gatehouse.config.shape.Located;
import dev.gatehouse.config.shape.Needed;
import dev.gatehouse.config.shape.OneOrMany;
import dev.gatehouse.config.shape.Says;
import dev.gatehouse.config.shape.Spelled;
import dev.gatehouse.config.shape.Spelling;
import dev.gatehouse.policy.PromotionWindow;
import dev.gatehouse.risk.ChangeClass;
import dev.gatehouse.risk.RiskLevel;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A time in which promotions may start, or may not.
 *
 * @param place where it is
 * @param name its name; stages and control models ask for it by name
 * @param kind whether promotions may start in it (allow) or may not (deny)
 * @param cron when it starts: minute, hour, day of month, month, day of week
 * @param rrule when it starts, by RFC 5545; needs `start`
 * @param start the first start of an rrule, or, alone, the only start; local time
 * @param timezone the time zone of its clock
 * @param duration how long it lasts
 * @param classes the classes of change it applies to
 * @param levels the levels of risk it applies to
 * @param stages the stages it applies to, in every application
 * @param except what it does not apply to, within the rest
 * @param onRequest whether it applies only where a stage or a control model names it
 */
@Says("A time in which promotions may start, or may not.")
public record WindowEntry(
    Place place,
    @Says(
            value = "Its name; stages and control models ask for it by name.",
            examples = "working-hours")
        @Spelled(Spelling.NAME)
        Located<String> name,
    @Says(
            value = "Whether promotions may start in it (allow) or may not (deny).",
            examples = "deny")
        @Needed
        Optional<PromotionWindow.Kind> kind,
    @Says(
            value = "When it starts: minute, hour, day of month, month, day of week.",
            examples = "0 9 * * MON-FRI")
        Optional<Located<String>> cron,
    @Says(
            value = "When it starts, by RFC 5545; needs `start`.",
            examples = "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=20")
        Optional<Located<String>> rrule,
    @Says(
            value = "The first start of an rrule, or, alone, the only start; local time.",
            examples = "2026-12-20T18:00")
        Optional<Located<LocalDateTime>> start,
    @Says(value = "The time zone of its clock. Default: UTC.", examples = "Europe/Berlin")
        Optional<ZoneId> timezone,
    @Says(value = "How long it lasts.", examples = "8h") @Needed
        Optional<Located<Duration>> duration,
    @Says(value = "The classes of change it applies to. Default: all.", examples = "migration")
        @OneOrMany
        Listing<ChangeClass> classes,
    @Says(value = "The levels of risk it applies to. Default: all.", examples = "high") @OneOrMany
        Listing<RiskLevel> levels,
    @Says(
            value = "The stages it applies to, in every application. Default: all.",
            examples = "production")
        @Spelled(Spelling.NAME)
        @OneOrMany
        Listing<Located<String>> stages,
    @Says("What it does not apply to, within the rest.") Optional<ExceptEntry> except,
    @Says(
            value =
                "Whether it applies only where a stage or a control model names it. Default: false.",
            examples = "true")
        Optional<Boolean> onRequest) {}
