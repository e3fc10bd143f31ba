package dev.countersign.reviews;

import dev.countersign.identity.Person;
import dev.countersign.refusals.Refusal;
import dev.countersign.spelling.Excerpt;
import dev.countersign.spelling.PlainText;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Searches of the inbox that people keep for themselves; nobody sees another's. */
@Component
public class SavedFilters {

    /** More stand in the way of the list. */
    static final int MOST = 12;

    static final int LONGEST_NAME = 60;
    private static final int LONGEST_QUERY = 8_000;

    private final SavedFilterRows rows;

    SavedFilters(SavedFilterRows rows) {
        this.rows = rows;
    }

    /** By name. */
    public List<SavedFilter> of(Person person) {
        return rows.of(person.id());
    }

    /** Keeps it; what they had under the same name before is replaced. Gives the name. */
    @Transactional
    public String save(Person person, String name, String query) {
        String plain = PlainText.line(name);
        demandSense(plain, query);
        rows.lock(person.id());
        List<SavedFilter> kept = rows.of(person.id());
        boolean isNew = kept.stream().noneMatch(one -> one.name().equals(plain));
        if (isNew && kept.size() >= MOST) {
            throw Refusal.conflict("reviews.too-many-filters")
                    .cannot("save another filter")
                    .because("you have %d already", MOST)
                    .instead("Delete one that you no longer need, or give this one the name of another.");
        }
        rows.put(person.id(), plain, query);
        return plain;
    }

    /** Forgets one of theirs; one that is gone already stays gone. */
    @Transactional
    public void delete(Person person, long id) {
        rows.delete(person.id(), id);
    }

    private static void demandSense(String name, String query) {
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw Refusal.invalid("reviews.filter-unnamed")
                    .cannot("save this filter")
                    .because(name.isEmpty() ? "it has no name" : "its name is too long")
                    .instead("Give it a name of at most %d characters.", LONGEST_NAME);
        }
        if (query.isEmpty() || query.length() > LONGEST_QUERY) {
            throw Refusal.invalid("reviews.filter-empty")
                    .cannot("save “%s”", Excerpt.of(name, LONGEST_NAME))
                    .because(query.isEmpty() ? "nothing is filtered" : "the search is too long")
                    .instead("Search, filter or sort the list first, then save what you see.");
        }
    }
}
