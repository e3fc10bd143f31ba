package dev.countersign.desk;

import dev.countersign.changes.Change;
import dev.countersign.identity.People;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.reviews.Letter;
import dev.countersign.reviews.Letters;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** What others wrote to somebody about a change. */
@Component
class Mailbox {

    private final Letters letters;
    private final People people;

    Mailbox(Letters letters, People people) {
        this.letters = letters;
        this.people = people;
    }

    List<Mail> of(Person person, List<Change> own) {
        List<Letter> found = letters.to(person, own.stream().map(Change::id).toList());
        Function<PersonId, String> name =
                people.names(found.stream().map(Letter::by).distinct().toList());
        return found.stream()
                .map(letter -> new Mail(
                        name.apply(letter.by()),
                        letter.about(),
                        letter.change().value(),
                        letter.begins(),
                        "/reviews/threads/%s/%d".formatted(letter.change(), letter.thread()),
                        letter.at()))
                .toList();
    }
}
