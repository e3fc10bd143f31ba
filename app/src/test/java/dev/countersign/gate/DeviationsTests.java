package dev.countersign.gate;

import static dev.countersign.gate.Standings.CHANGE;
import static dev.countersign.gate.Standings.NOW;
import static dev.countersign.gate.Standings.QUESTION;
import static dev.countersign.gate.Standings.approved;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.changes.ChangeId;
import dev.countersign.changes.Hold;
import dev.countersign.changes.Status;
import dev.countersign.gate.Deployed.Answered;
import dev.countersign.gate.Report.Source;
import dev.countersign.identity.PersonId;
import dev.countersign.policy.BlockingChecks;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeviationsTests {

    private static final Answered ALLOW = answer(true, NOW.plusSeconds(600), Optional.of(CHANGE), List.of());
    private static final Hold HOLD =
            new Hold(CHANGE, 1, new PersonId("chloe"), "The alarm is silent.", NOW, Optional.empty(), Optional.empty());

    private Source source = Source.API;
    private String stated = CHANGE.value();
    private boolean exists = true;
    private boolean registered = true;
    private Optional<Standing> standing = Optional.of(approved().standing());
    private Optional<Answered> allowed = Optional.empty();
    private Optional<Answered> last = Optional.empty();
    private List<Hold> holds = List.of();

    @Test
    void findNothingWrongWithWhatTheGateAllowed() {
        allowed = Optional.of(ALLOW);
        assertThat(codes()).isEmpty();
    }

    @Test
    void nameAHoldThatCameAfterTheAllow() {
        allowed = Optional.of(ALLOW);
        holds = List.of(HOLD);
        assertThat(codes()).containsExactly("gate.held");
        assertThat(sparesTheChange()).isFalse();
    }

    @Test
    void nameAPipelineThatNeverAsked() {
        assertThat(codes()).containsExactly("gate.never-asked");
        assertThat(sparesTheChange()).isTrue();
    }

    @Test
    void nameANoThatWasGivenBefore() {
        last = Optional.of(answer(false, NOW, Optional.of(CHANGE), List.of("gate.window-not-open")));
        assertThat(codes()).containsExactly("gate.denied-before");
        assertThat(deviations().getFirst().actual().toString()).endsWith("it said no: the window has not opened yet");
    }

    @Test
    void nameAnAllowThatHadRunOut() {
        last = Optional.of(answer(true, NOW.minusSeconds(1), Optional.of(CHANGE), List.of()));
        assertThat(codes()).containsExactly("gate.allow-run-out");
    }

    @Test
    void nameEverythingThatTheGateWouldHaveSaid() {
        standing = Optional.of(approved()
                .status(Status.IN_REVIEW)
                .demanding(true, 0, BlockingChecks.all())
                .standing());
        assertThat(codes()).containsExactly("gate.never-asked", "gate.not-approved", "gate.second-key-missing");
        assertThat(sparesTheChange()).isFalse();
    }

    @Test
    void nameWhatNoChangeNames() {
        stated = "";
        standing = Optional.empty();
        assertThat(codes()).containsExactly("gate.never-asked", "gate.no-change");
    }

    @Test
    void nameAChangeThatDoesNotExist() {
        stated = "CHG-999999";
        exists = false;
        standing = Optional.empty();
        assertThat(codes()).containsExactly("gate.unknown-change", "gate.never-asked", "gate.no-change");
    }

    @Test
    void nameTheChangeThatTheGateMeantIfItIsAnother() {
        stated = "CHG-000008";
        allowed = Optional.of(ALLOW);
        assertThat(codes()).containsExactly("gate.another-change");
        assertThat(sparesTheChange()).isFalse();
    }

    @Test
    void nameASystemThatNobodyRegistered() {
        allowed = Optional.of(ALLOW);
        registered = false;
        assertThat(codes()).containsExactly("gate.unknown-system");
    }

    /** Nobody who works by hand can ask the gate. */
    @Test
    void blameNobodyWhoWorksByHandForNotAsking() {
        source = Source.PAGE;
        assertThat(codes()).isEmpty();
    }

    private List<Reason> deviations() {
        return Deviations.of(new Deployed(
                new Report(
                        source,
                        Optional.empty(),
                        stated,
                        QUESTION.repository(),
                        QUESTION.artifact(),
                        QUESTION.system(),
                        QUESTION.environment(),
                        Optional.empty(),
                        ""),
                NOW,
                standing,
                allowed,
                last,
                exists,
                registered,
                holds));
    }

    private List<String> codes() {
        return deviations().stream().map(Reason::code).toList();
    }

    private boolean sparesTheChange() {
        return Deviations.spareTheChange(deviations());
    }

    private static Answered answer(boolean allow, Instant until, Optional<ChangeId> change, List<String> codes) {
        return new Answered(1, allow, NOW.minusSeconds(60), until, change, codes);
    }
}
