package dev.countersign.refusals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.countersign.refusals.Permission.Denied;
import dev.countersign.refusals.Permission.Granted;
import org.junit.jupiter.api.Test;

class PermissionTests {

    private final Permission yes = new Granted();
    private final Permission no = denied("one.reason");

    @Test
    void passesWhenGranted() {
        assertThat(yes.granted()).isTrue();
        assertThatCode(yes::demand).doesNotThrowAnyException();
    }

    @Test
    void throwsItsRefusalWhenDenied() {
        assertThat(no.granted()).isFalse();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(no::demand)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("one.reason"));
    }

    @Test
    void turnsAwayWhoHasNoRightAndLetsTheRestBeToldLater() {
        Permission late = new Denied(
                Refusal.conflict("two.late").cannot("try").because("it is over").instead("Look again."));
        assertThatExceptionOfType(Refusal.class).isThrownBy(no::demandRight);
        assertThatCode(late::demandRight).doesNotThrowAnyException();
        assertThatCode(yes::demandRight).doesNotThrowAnyException();
    }

    @Test
    void needsBothSidesOfAnAnd() {
        assertThat(yes.and(() -> yes)).isEqualTo(yes);
        assertThat(yes.and(() -> no)).isEqualTo(no);
    }

    @Test
    void tellsTheFirstReasonAndDoesNotAskForAnother() {
        assertThat(no.and(() -> {
                    throw new AssertionError("asked for a second reason");
                }))
                .isEqualTo(no);
    }

    @Test
    void writesNoRefusalForWhatIsGranted() {
        assertThat(Permission.grantedIf(true, () -> {
                    throw new AssertionError("wrote a refusal");
                }))
                .isEqualTo(yes);
        assertThat(Permission.grantedIf(false, () -> refusal("one.reason")).granted())
                .isFalse();
    }

    private static Denied denied(String code) {
        return new Denied(refusal(code));
    }

    private static Refusal refusal(String code) {
        return Refusal.forbidden(code).cannot("try").because("it is not theirs").instead("Ask somebody.");
    }
}
