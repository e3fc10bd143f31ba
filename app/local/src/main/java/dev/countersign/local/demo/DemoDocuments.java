package dev.countersign.local.demo;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeDocument;
import dev.countersign.changes.ChangeFilter;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.ChangeList;
import dev.countersign.changes.Changes;
import dev.countersign.changes.Drafts;
import dev.countersign.changes.Status;
import dev.countersign.identity.Person;
import dev.countersign.registry.Systems;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes the demo's changes, each once. */
@Component
@Profile("local")
class DemoDocuments {

    private static final int MOST = 20;

    private final Drafts drafts;
    private final Changes changes;
    private final ChangeList list;
    private final Systems systems;
    private final JsonMapper json;
    private final Clock clock;

    DemoDocuments(Drafts drafts, Changes changes, ChangeList list, Systems systems, JsonMapper json, Clock clock) {
        this.drafts = drafts;
        this.changes = changes;
        this.list = list;
        this.systems = systems;
        this.json = json;
        this.clock = clock;
    }

    /** Begins it, or finds it begun by an earlier start: there is one of each title. */
    ChangeId begin(DemoChange change, Person author) {
        ChangeDocument document = document(change);
        ChangeId id = begun(change, author)
                .orElseGet(() -> drafts.begin(
                        author, change.title(), document.answers(json).toString()));
        if (change.isSubmitted() && changes.get(id).status() == Status.DRAFT) {
            changes.submit(id, author, document);
        }
        return id;
    }

    private Optional<ChangeId> begun(DemoChange change, Person author) {
        ChangeFilter same = new ChangeFilter(Set.of(), Optional.of(author.id()), Set.of(), change.title());
        return list.matching(same, author, Optional.empty(), MOST).stream()
                .filter(found -> found.title().equals(change.title()))
                .map(Change::id)
                .findFirst();
    }

    private ChangeDocument document(DemoChange change) {
        List<String> repositories = systems.repositories(change.system());
        return change.document(repositories.isEmpty() ? "" : repositories.getFirst(), clock.instant());
    }
}
