package dev.countersign.reviews.web;

import dev.countersign.identity.People;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.identity.Role;
import dev.countersign.refusals.Permission.Denied;
import dev.countersign.refusals.Permission.Granted;
import dev.countersign.reviews.Nudge;
import dev.countersign.reviews.Waiting.Decision;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A waiting decision as one line of the inbox.
 *
 * @param systems the names of what it touches
 * @param opens when its window opens
 * @param nudge why it is on the reader's list in particular; empty if it is on everybody's
 * @param asked whether somebody asks the reader for it
 * @param note for whom the reader would decide, or who may for them; empty if it is just theirs
 * @param mayTake whether the reader can claim it
 * @param why the reason why the reader cannot take it; empty if they can
 */
record InboxRow(
        long task,
        String what,
        String change,
        String title,
        String author,
        int revision,
        String systems,
        @Nullable Integer tier,
        @Nullable Instant opens,
        Instant openedAt,
        @Nullable Instant due,
        String holder,
        boolean mine,
        boolean free,
        String nudge,
        boolean asked,
        String note,
        boolean mayTake,
        String why) {

    /** What it is filed under where the reader's own stand first. */
    InboxGroup group() {
        if (mine) {
            return InboxGroup.YOURS;
        }
        if (!mayTake) {
            return InboxGroup.OTHERS;
        }
        return asked ? InboxGroup.ASKED : InboxGroup.FREE;
    }

    static InboxRow of(Decision decision, Person person, InboxNames names) {
        PersonId reader = person.id();
        Function<PersonId, String> name = names.people();
        var change = decision.seat().change();
        var task = decision.seat().task();
        return new InboxRow(
                task.id(),
                Wording.of(decision.seat().duty()).task(),
                change.id().value(),
                change.title(),
                name.apply(change.author()),
                change.revision().number(),
                names.systems(change),
                names.tier(change),
                change.revision().document().windowStart(),
                task.openedAt(),
                decision.due().orElse(null),
                decision.holder().map(name).orElse(""),
                decision.holder().filter(reader::equals).isPresent(),
                decision.holder().isEmpty(),
                decision.nudge().map(nudge -> nudge.words(name)).orElse(""),
                decision.nudge().filter(Nudge.Asked.class::isInstance).isPresent(),
                note(decision, reader, name),
                decision.holder().isEmpty() && decision.toDecide().granted(),
                isForAnotherRole(decision, person) ? "" : why(decision, reader, name));
    }

    /** Leaders find there what others must decide; nobody has to tell them that they are none of these. */
    private static boolean isForAnotherRole(Decision decision, Person person) {
        return switch (decision.seat().duty()) {
            case REVIEWER -> !person.has(Role.REVIEWER);
            case DIRECTOR -> !person.has(Role.DIRECTOR);
            case VP -> !person.has(Role.VP);
            case AUTHOR, KEY_HOLDER -> false;
        };
    }

    private static String why(Decision decision, PersonId reader, Function<PersonId, String> name) {
        return switch (decision.toDecide()) {
            case Granted _ -> "";
            case Denied(var refusal) ->
                refusal.told(People.namesFor(Optional.of(reader), name)).reason();
        };
    }

    private static String note(Decision decision, PersonId reader, Function<PersonId, String> name) {
        return decision.isFor(reader)
                .map(absent -> "For %s, who is away".formatted(name.apply(absent)))
                .or(() -> decision.delegateOf(reader)
                        .map(delegate -> "%s may decide it for you".formatted(name.apply(delegate))))
                .orElse("");
    }
}
