package dev.countersign.journal;

import java.util.List;
import org.springframework.stereotype.Component;

/** Tells the story of one subject, for the timeline on its page: `journal/story :: story(${story})`. */
@Component
public class Stories {

    private final History history;
    private final Actors actors;

    Stories(History history, Actors actors) {
        this.history = history;
        this.actors = actors;
    }

    public Story of(String stream) {
        List<Entry> entries = history.story(stream);
        List<String> who = entries.stream().map(Entry::actor).toList();
        return new Story(stream, entries, actors.names(who), history.proof(stream, entries));
    }
}
