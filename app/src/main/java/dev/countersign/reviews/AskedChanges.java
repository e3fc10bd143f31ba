package dev.countersign.reviews;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeNotice;
import dev.countersign.changes.ChangeNotices;
import dev.countersign.changes.Status;
import dev.countersign.identity.People;
import dev.countersign.identity.Person;
import java.util.List;
import org.springframework.stereotype.Component;

/** Says to the authors of a change that came back what its reviewers asked for, in their words. */
@Component
class AskedChanges implements ChangeNotices {

    private final Verdicts verdicts;
    private final People people;

    AskedChanges(Verdicts verdicts, People people) {
        this.verdicts = verdicts;
        this.people = people;
    }

    @Override
    public List<ChangeNotice> of(Change change, Person reader) {
        if (change.status() != Status.NEEDS_WORK) {
            return List.of();
        }
        int revision = change.revision().number();
        List<Verdict> asked = verdicts.visibleTo(change, reader).stream()
                .filter(verdict -> verdict.revision() == revision && verdict.answer() == Answer.ASK_FOR_CHANGES)
                .toList();
        var names = people.names(asked.stream().map(Verdict::person).toList());
        return asked.stream()
                .map(verdict -> new ChangeNotice(
                        names.apply(verdict.person()) + " asks for changes:",
                        verdict.comment(),
                        "/changes/%s?tab=conversation".formatted(change.id()),
                        "Read the conversation",
                        reader.is(change.author())))
                .toList();
    }
}
