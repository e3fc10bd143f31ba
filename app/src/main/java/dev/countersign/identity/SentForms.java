package dev.countersign.identity;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sees to it that one form does one thing, however often it arrives and at whichever node. */
@Component
public class SentForms {

    private final JdbcClient sql;
    private final Clock clock;

    SentForms(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * Does what the form asks for, in one transaction with the note that it was done; a form that was sent before and
     * said the same does nothing.
     *
     * @param deed gives the id of what it led to
     * @return that id, or the one of the first time
     */
    @Transactional
    public String once(Person person, FormNumber form, Supplier<String> deed) {
        return once(person, form, deed, Optional::of, Function.identity());
    }

    /**
     * The same for a deed that may come to nothing, after which the form can be sent again.
     *
     * @param ledTo what to note of what it gives; empty if nothing was done
     * @param again what it gave, from that note
     */
    @Transactional
    public <R> R once(
            Person person,
            FormNumber form,
            Supplier<R> deed,
            Function<R, Optional<String>> ledTo,
            Function<String, R> again) {
        waitForTheSame(person, form);
        return ledTo(person, form).map(again).orElseGet(() -> {
            R result = deed.get();
            ledTo.apply(result).ifPresent(note -> note(person, form, note));
            return result;
        });
    }

    /** Two presses at once: the second waits here until the first is through. */
    private void waitForTheSame(Person person, FormNumber form) {
        sql.sql("SELECT pg_advisory_xact_lock(hashtextextended(:person || ' ' || :form, 0))")
                .param("person", person.id().value())
                .param("form", form.value().toString())
                .query((row, number) -> true)
                .list();
    }

    /** What it led to if it was sent before, for who wants to say so. */
    public Optional<String> ledTo(Person person, FormNumber form) {
        return sql.sql("SELECT led_to FROM identity.sent_form WHERE person = :person AND form = :form AND said = :said")
                .param("person", person.id().value())
                .param("form", form.value())
                .param("said", said(form))
                .query(String.class)
                .optional();
    }

    private void note(Person person, FormNumber form, String ledTo) {
        sql.sql("""
                INSERT INTO identity.sent_form (person, form, said, led_to, at)
                VALUES (:person, :form, :said, :ledTo, :now)
                """)
                .param("person", person.id().value())
                .param("form", form.value())
                .param("said", said(form))
                .param("ledTo", ledTo)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static byte[] said(FormNumber form) {
        return HexFormat.of().parseHex(form.said());
    }
}
