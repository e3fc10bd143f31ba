package dev.countersign.identity;

import static dev.countersign.Personas.ADA;
import static dev.countersign.Personas.JONAS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.countersign.Refuses;
import dev.countersign.local.OnRealStack;
import dev.countersign.refusals.Refusal;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** A form that is sent again, by whatever went wrong on the way. */
@OnRealStack
class SentFormsIT {

    private final FormNumber form = FormNumber.fresh();
    private final AtomicInteger deeds = new AtomicInteger();

    @Autowired
    SentForms sent;

    @BeforeEach
    void knowThem(@Autowired BeanFactory beans) {
        Known.make(beans, ADA);
        Known.make(beans, JONAS);
    }

    @Test
    void doesOneThingHoweverManyPressesRace() throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            var presses = threads.invokeAll(Stream.<Callable<String>>generate(() -> () -> send(ADA))
                    .limit(100)
                    .toList());
            assertThat(presses).extracting(Future::get).containsOnly("deed 1");
        }
        assertThat(deeds).hasValue(1);
    }

    @Test
    void isFreeAgainWhenItWasRefused() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> sent.once(ADA, form, () -> {
                    throw Refusal.invalid("test.refused")
                            .cannot("test")
                            .because("it is refused")
                            .instead("Go on.");
                }));
        assertThat(send(ADA)).isEqualTo("deed 1");
    }

    /** A browser's way back brings the form with its number; who then types something else means something else. */
    @Test
    void isAnotherDeedInOtherWords() {
        var before = new FormNumber(form.value(), "0a");
        var after = new FormNumber(form.value(), "0b");
        assertThat(sent.once(ADA, before, this::next)).isEqualTo("deed 1");
        assertThat(sent.once(ADA, after, this::next)).isEqualTo("deed 2");
        assertThat(sent.once(ADA, before, this::next)).isEqualTo("deed 1");
    }

    @Test
    void isAnotherFormInAnotherHand() {
        assertThat(send(ADA)).isEqualTo("deed 1");
        assertThat(send(JONAS)).isEqualTo("deed 2");
    }

    @Test
    void keepsItsNoteForGood() {
        send(ADA);
        Refuses.refusesBySql("DELETE FROM identity.sent_form", "permission denied");
    }

    private String send(Person person) {
        return sent.once(person, form, this::next);
    }

    private String next() {
        return "deed " + deeds.incrementAndGet();
    }
}
