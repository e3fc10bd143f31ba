package dev.countersign.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.identity.PersonId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SecondKeyTests {

    private static final Instant TURNED = Instant.parse("2026-11-23T10:00:00Z");
    private static final Instant UNTIL = TURNED.plus(Duration.ofMinutes(30));
    private static final SecondKey KEY = new SecondKey(2, Standings.HASH, new PersonId("farid"), TURNED, UNTIL);

    @Test
    void holdsFromTheInstantInWhichItIsTurnedAndNoLongerAtItsLast() {
        assertThat(KEY.holds(TURNED.minusNanos(1))).isFalse();
        assertThat(KEY.holds(TURNED)).isTrue();
        assertThat(KEY.holds(UNTIL.minusNanos(1))).isTrue();
        assertThat(KEY.holds(UNTIL)).isFalse();
    }

    @Test
    void isForTheTextThatWasReadAndNoOther() {
        Standings approved = Standings.approved();
        assertThat(KEY.isFor(approved.standing().counting())).isTrue();
        assertThat(new SecondKey(1, Standings.HASH, KEY.by(), TURNED, UNTIL)
                        .isFor(approved.standing().counting()))
                .isFalse();
        assertThat(new SecondKey(2, Standings.EARLIER, KEY.by(), TURNED, UNTIL)
                        .isFor(approved.standing().counting()))
                .isFalse();
    }
}
