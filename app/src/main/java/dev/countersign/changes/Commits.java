package dev.countersign.changes;

import dev.countersign.changes.CommitRows.Known;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who is behind the commits that changes name, as pipelines tell it: those people are their authors. */
@Component
public class Commits {

    /**
     * What is known of a commit.
     *
     * @param unknown those whom nobody knows here, as they were told
     * @param changes those on their way that name it
     * @param hidden what is not known of who wrote it; empty if nothing
     */
    public record Told(
            List<PersonId> people, List<String> unknown, List<ChangeId> changes, Optional<HiddenAuthors> hidden) {}

    private final CommitRows rows;
    private final Forges forges;
    private final Changes changes;
    private final Duties duties;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Commits(
            CommitRows rows,
            Forges forges,
            Changes changes,
            Duties duties,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.forges = forges;
        this.changes = changes;
        this.duties = duties;
        this.events = events;
        this.clock = clock;
    }

    /** Adds to what is known of a commit; what was told before stays, and the same once more changes nothing. */
    @Transactional
    public Told tell(Commit commit, Person teller) {
        boolean news = rows.add(commit, teller.id(), clock.instant()) > 0;
        rows.addFiles(commit, teller.id(), clock.instant());
        List<Known> hands = rows.of(commit.repository(), Set.of(commit.sha()));
        Told told = new Told(
                people(hands), HiddenAuthors.unknown(hands, forges), rows.naming(commit), hidden(commit.sha(), hands));
        told.changes().forEach(id -> apply(commit, told, changes.lock(id), teller, news));
        return told;
    }

    private void apply(Commit commit, Told told, Change change, Person teller, boolean news) {
        duties.takeByCommits(change.id());
        if (news) {
            events.publishEvent(new ChangeEvent.CommitTold(
                    change.id(),
                    teller.id().value(),
                    change.systems(),
                    commit.repository(),
                    commit.sha(),
                    told.people().stream().map(PersonId::value).toList(),
                    told.unknown().size()));
        }
    }

    /** The commits of a text of which it is not known who wrote them. */
    public List<HiddenAuthors> hidden(ChangeDocument document) {
        List<Known> hands = hands(document);
        return document.spelled().commits().stream()
                .flatMap(commit -> hidden(commit, hands).stream())
                .toList();
    }

    /** Everybody who had a hand in the commits of a text. */
    List<Known> hands(ChangeDocument document) {
        ChangeDocument named = document.spelled();
        return named.commits().isEmpty() ? List.of() : rows.of(named.repository(), named.commits());
    }

    Optional<HiddenAuthors> hidden(String commit, List<Known> hands) {
        return HiddenAuthors.of(commit, hands, forges);
    }

    private static List<PersonId> people(List<Known> hands) {
        return hands.stream()
                .map(Known::person)
                .flatMap(Optional::stream)
                .distinct()
                .sorted()
                .toList();
    }
}
