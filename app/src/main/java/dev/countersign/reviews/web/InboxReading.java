package dev.countersign.reviews.web;

import dev.countersign.identity.Person;
import dev.countersign.registry.Called;
import org.springframework.stereotype.Component;

/** Understands what the inbox is asked. */
@Component
class InboxReading {

    private final Called called;

    InboxReading(Called called) {
        this.called = called;
    }

    InboxSearch read(InboxAsked asked, Person reader) {
        var dictionary = new InboxMeaning.Dictionary(called.people(reader), called::systems, called::departments);
        return new InboxMeaning(asked, dictionary).search();
    }
}
