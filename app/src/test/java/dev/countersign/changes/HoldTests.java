package dev.countersign.changes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.Personas;
import dev.countersign.changes.Hold.Release;
import dev.countersign.changes.Hold.Side;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** For whom somebody speaks who lets a held change go on, and when both sides have spoken. */
class HoldTests {

    private static final Optional<Release> RELEASE = Optional.of(new Release(Personas.BEN.id(), SampleChange.NOW));

    @Test
    void letsAnAuthorSpeakForTheAuthors() {
        assertThat(Side.of(Optional.of(Duty.AUTHOR), true)).contains(Side.AUTHOR);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "AUTHOR")
    void letsWhoDidNotWriteItSpeakForTheOthers(Duty duty) {
        assertThat(Side.of(Optional.of(duty), false)).contains(Side.OTHER);
        assertThat(Side.of(Optional.empty(), false)).contains(Side.OTHER);
    }

    /** It was told after they had taken another duty. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "AUTHOR")
    void letsACommitterWithAnotherDutySpeakForNeither(Duty duty) {
        assertThat(Side.of(Optional.of(duty), true)).isEmpty();
        assertThat(Side.of(Optional.empty(), true)).isEmpty();
    }

    @Test
    void isOpenUntilBothSidesHaveSpoken() {
        assertThat(hold(Optional.empty(), Optional.empty()).isOpen()).isTrue();
        assertThat(hold(RELEASE, Optional.empty()).isOpen()).isTrue();
        assertThat(hold(Optional.empty(), RELEASE).isOpen()).isTrue();
        assertThat(hold(RELEASE, RELEASE).isOpen()).isFalse();
        assertThat(hold(RELEASE, Optional.empty()).missing()).isEqualTo("somebody who did not write it");
        assertThat(hold(RELEASE, RELEASE).missing()).isEmpty();
    }

    private static Hold hold(Optional<Release> author, Optional<Release> other) {
        return new Hold(
                SampleChange.ID, 1, Personas.INES.id(), "The alarm is silent.", SampleChange.NOW, author, other);
    }
}
