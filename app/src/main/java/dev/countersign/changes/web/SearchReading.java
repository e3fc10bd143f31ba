package dev.countersign.changes.web;

import dev.countersign.identity.Person;
import dev.countersign.registry.Called;
import org.springframework.stereotype.Component;

/** Understands what the list is asked, by whichever of its fields: the same words mean the same in each. */
@Component
class SearchReading {

    private final Called called;

    SearchReading(Called called) {
        this.called = called;
    }

    ChangeSearch read(Asked asked, Person reader) {
        return new AskedMeaning(asked, called.people(reader), called::systems).of(reader.id());
    }
}
