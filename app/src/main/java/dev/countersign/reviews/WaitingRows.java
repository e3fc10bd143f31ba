package dev.countersign.reviews;

import dev.countersign.changes.ChangePlan;
import dev.countersign.identity.Person;
import dev.countersign.registry.Systems;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Picks the tasks that concern somebody most, however many others wait. It only decides what is looked at: whether they
 * may decide is asked of each afterwards.
 */
@Component
class WaitingRows {

    /**
     * Tasks in the order in which they concern the reader, and the systems that the reader knows.
     *
     * @param total how many there are on all pages
     */
    record Ranked(List<InboxPlace> places, List<String> known, int total) {

        List<Long> tasks() {
            return places.stream().map(InboxPlace::task).toList();
        }

        /** The first of them. */
        Ranked first(int most) {
            return new Ranked(places.subList(0, Math.min(most, places.size())), known, total);
        }
    }

    private record Placed(InboxPlace place, int total) {}

    private static final int THEIRS = 3;

    private final JdbcClient sql;
    private final CandidateRows candidates;
    private final Systems systems;
    private final ReviewsProperties properties;
    private final Clock clock;

    WaitingRows(JdbcClient sql, CandidateRows candidates, Systems systems, ReviewsProperties properties, Clock clock) {
        this.sql = sql;
        this.candidates = candidates;
        this.systems = systems;
        this.properties = properties;
        this.clock = clock;
    }

    /** What they hold or can take, what is due first. */
    Ranked theirs(Person person, int most) {
        return ranked(person, InboxFilter.ALL, InboxOrder.YOURS, THEIRS, InboxPlace.start(), most);
    }

    /** The same, and then what their roles are asked for and others must do, as far as it is wanted. */
    Ranked all(Person person, InboxFilter filter, InboxOrder order, Optional<InboxPlace> after, int most) {
        return ranked(person, filter, order, Integer.MAX_VALUE, after.orElseGet(InboxPlace::start), most);
    }

    /** Systems that the reader knows. */
    List<String> known(Person person) {
        return candidates.knownTo(person.id());
    }

    private Ranked ranked(
            Person person, InboxFilter filter, InboxOrder order, int furthest, InboxPlace after, int most) {
        List<String> known = known(person);
        var wanted = new WantedTasks(filter, order, person, systems);
        List<Placed> placed = wanted.bind(sql.sql(wanted.sql()))
                .param("review", ChangePlan.REVIEW)
                .param("sign", ChangePlan.SIGN_OFF)
                .param("escalation", ChangePlan.ESCALATION)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("known", known.toArray(String[]::new))
                .param("dueAfter", properties.dueAfter().toSeconds())
                .param("furthest", furthest)
                .param("first", after.first())
                .param("second", after.second())
                .param("after", after.task())
                .param("most", most)
                .query((row, number) -> new Placed(
                        new InboxPlace(row.getLong("first"), row.getLong("second"), row.getLong("id")),
                        row.getInt("total")))
                .list();
        return new Ranked(
                placed.stream().map(Placed::place).toList(),
                known,
                placed.isEmpty() ? 0 : placed.getFirst().total());
    }
}
