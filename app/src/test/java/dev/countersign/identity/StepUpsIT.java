package dev.countersign.identity;

import static dev.countersign.Personas.ELENA;
import static dev.countersign.Personas.FARID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.Refuses;
import dev.countersign.local.OnRealStack;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** One fresh log-in, one decision: whoever holds its id, however often, in however many transactions. */
@OnRealStack
class StepUpsIT {

    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final Deed SIGN_OFF = Deed.about("sign-off of CHG-000001", "approve", "Read it.");

    @Autowired
    StepUpLedger ledger;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    IdentitySettings settings;

    @Autowired
    PasskeyRows passkeys;

    @Autowired
    Signatures signatures;

    @Autowired
    Clock clock;

    @Test
    void isSpentOnce() {
        UUID id = kept(ELENA, Duration.ZERO);
        assertThat(spend(id, ELENA, SIGN_OFF)).isTrue();
        assertThat(spend(id, ELENA, SIGN_OFF)).isFalse();
    }

    @Test
    void isSpentOnceByTransactionsThatRace() throws Exception {
        UUID id = kept(ELENA, Duration.ZERO);
        try (var threads = Executors.newFixedThreadPool(8)) {
            var racing = threads.invokeAll(
                    Stream.<java.util.concurrent.Callable<Boolean>>generate(() -> () -> spend(id, ELENA, SIGN_OFF))
                            .limit(50)
                            .toList());
            assertThat(racing).extracting(Future::get).containsOnlyOnce(true);
        }
    }

    @Test
    void isGivenBackWhenTheDecisionFails() {
        UUID id = kept(ELENA, Duration.ZERO);
        transactions.executeWithoutResult(transaction -> {
            assertThat(ledger.spend(id, ELENA.id(), SIGN_OFF, FRESH)).isTrue();
            transaction.setRollbackOnly();
        });
        assertThat(spend(id, ELENA, SIGN_OFF)).isTrue();
    }

    @Test
    void isOfNoUseToAnotherPerson() {
        assertThat(spend(kept(ELENA, Duration.ZERO), FARID, SIGN_OFF)).isFalse();
    }

    @Test
    void isOfNoUseForAnotherMatter() {
        assertThat(spend(kept(ELENA, Duration.ZERO), ELENA, Deed.about("sign-off of CHG-000002", "approve")))
                .isFalse();
    }

    @Test
    void isOfNoUseAfterFiveMinutes() {
        assertThat(settings.stepUpWithin()).isEqualTo(FRESH);
        assertThat(spend(kept(ELENA, FRESH.minusSeconds(20)), ELENA, SIGN_OFF)).isTrue();
        assertThat(spend(kept(ELENA, FRESH), ELENA, SIGN_OFF)).isFalse();
    }

    @Test
    void isKeptOnceHoweverOftenItsTokenIsShown() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var once = new StepUp(UUID.randomUUID(), ELENA.id(), "account", "a matter", now, "1", now);
        var again = new StepUp(UUID.randomUUID(), ELENA.id(), "account", "another matter", now, "1", now);
        assertThat(ledger.keep(once)).isTrue();
        assertThat(ledger.keep(again)).isFalse();
    }

    @Test
    void demandsOneForADeed() {
        var nobodys = new StepUps(
                ledger, java.util.List.of((person, matter) -> Optional.empty()), settings, passkeys, signatures);
        assertThatThrownBy(() -> nobodys.spend(ELENA, SIGN_OFF)).isInstanceOf(StepUpNeeded.class);
    }

    @Test
    void isHistoryThatNobodyEdits() {
        spend(kept(ELENA, Duration.ZERO), ELENA, SIGN_OFF);
        Refuses.refusesBySql("DELETE FROM identity.step_up_use", "permission denied");
        Refuses.refusesBySql("UPDATE identity.step_up SET at = now()", "permission denied");
    }

    private UUID kept(Person person, Duration age) {
        Instant at = clock.instant().minus(age).truncatedTo(ChronoUnit.MICROS);
        var stepUp = new StepUp(
                UUID.randomUUID(), person.id(), "account " + UUID.randomUUID(), SIGN_OFF.matter(), at, "1", at);
        assertThat(ledger.keep(stepUp)).isTrue();
        return stepUp.id();
    }

    private boolean spend(UUID id, Person person, Deed deed) {
        return Boolean.TRUE.equals(transactions.execute(transaction -> ledger.spend(id, person.id(), deed, FRESH)));
    }
}
