package dev.countersign.desk.web;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangePanel;
import dev.countersign.identity.Person;
import dev.countersign.journal.Stories;
import dev.countersign.journal.Story;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the record says of a change, on its page. */
@Component
class TimelinePanel implements ChangePanel {

    private final Stories stories;

    TimelinePanel(Stories stories) {
        this.stories = stories;
    }

    @Override
    public Place place() {
        return Place.RECORD;
    }

    @Override
    public int order() {
        return 90;
    }

    @Override
    public String fragment() {
        return "journal/story :: panel";
    }

    @Override
    public Optional<Object> content(Change change, Person reader) {
        Story story = stories.of(change.id().stream());
        return story.entries().isEmpty() ? Optional.empty() : Optional.of(story);
    }
}
