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
     */
    public record Told(List<PersonId> people, List<String> unknown, List<ChangeId> changes) {}

    private final CommitRows rows;
    private final Changes changes;
    private final Duties duties;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Commits(CommitRows rows, Changes changes, Duties duties, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
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
        Told told = new Told(people(hands), unknown(hands), rows.naming(commit));
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

    /** The commits of a text of which nothing was told. */
    public List<String> untold(ChangeDocument document) {
        List<String> commits = document.commits();
        Set<String> told = commits.isEmpty() ? Set.of() : rows.told(document.spelledRepository(), commits);
        return commits.stream().filter(commit -> !told.contains(commit)).toList();
    }

    private static List<PersonId> people(List<Known> hands) {
        return hands.stream()
                .map(Known::person)
                .flatMap(Optional::stream)
                .distinct()
                .sorted()
                .toList();
    }

    private static List<String> unknown(List<Known> hands) {
        return hands.stream()
                .filter(hand -> hand.person().isEmpty())
                .map(Known::who)
                .distinct()
                .toList();
    }
}
