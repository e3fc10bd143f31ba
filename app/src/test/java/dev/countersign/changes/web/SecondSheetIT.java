package dev.countersign.changes.web;

import static dev.countersign.Personas.ADA;
import static dev.countersign.Personas.BEN;
import static dev.countersign.Personas.CHLOE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dev.countersign.Cast;
import dev.countersign.changes.ChangeId;
import dev.countersign.identity.FormNumber;
import dev.countersign.identity.Person;
import dev.countersign.identity.SignIn;
import dev.countersign.local.OnRealStack;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** One sheet sent twice does one thing, and says both times what became of it. */
@OnRealStack
class SecondSheetIT {

    private static final Map<String, String> HAND_OVER =
            Map.of("_do", "send", "to", BEN.id().value(), "reason", "I am on leave from tomorrow.");

    @Autowired
    ApplicationContext beans;

    @Autowired
    MockMvcTester pages;

    private ChangeId change;
    private String number;

    @BeforeEach
    void write() {
        Cast cast = Cast.in(beans);
        change = cast.inReview(ADA, cast.document());
        number = FormNumber.fresh().value().toString();
    }

    @Test
    void leadsWhoHandedAChangeOverToItAgainThoughItIsNotTheirsAnyMore() {
        MvcTestResult first = send(ADA, "transfer", HAND_OVER);
        MvcTestResult second = send(ADA, "transfer", HAND_OVER);

        assertThat(first).hasStatus3xxRedirection().flash().containsEntry("said", "Ben Castillo has it now.");
        assertThat(second).hasStatus3xxRedirection().flash().containsEntry("said", "Ben Castillo has it now.");
        assertThat(second.getResponse().getRedirectedUrl())
                .isEqualTo(first.getResponse().getRedirectedUrl());
    }

    @Test
    void refusesTheSameNumberWithOtherWords() {
        send(ADA, "hold", Map.of("_do", "send", "reason", "The alarm is silent."));

        assertThat(send(ADA, "hold", Map.of("_do", "send", "reason", "It is not.")))
                .hasStatus(409);
    }

    @Test
    void keepsWhatWasTypedWithARefusal() {
        send(CHLOE, "hold", Map.of("_do", "send", "reason", "The alarm is silent."));
        number = FormNumber.fresh().value().toString();

        MvcTestResult late = send(ADA, "hold", Map.of("_do", "send", "reason", "Mine is a reason too."));

        assertThat(late).hasStatus(409).bodyText().contains("Mine is a reason too.");
    }

    private MvcTestResult send(Person sender, String deed, Map<String, String> typed) {
        var form = pages.post()
                .uri("/changes/%s/%s".formatted(change, deed))
                .with(SignIn.as(sender))
                .with(csrf())
                .param(FormNumber.FIELD, number);
        typed.forEach(form::param);
        return form.exchange();
    }
}
