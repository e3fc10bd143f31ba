package dev.countersign.changes;

import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.registry.Systems;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds changes; somebody else's drafts stay out of sight. */
@Component
public class ChangeList {

    /** A word that fills no page from as many may be rare, and is if so many have it at most. */
    private static final int NEWEST = 300;

    private static final int RARE = 2_000;

    private static final int BATCH = 1_000;

    private final JdbcClient sql;
    private final ChangeRows rows;
    private final Systems systems;

    ChangeList(JdbcClient sql, ChangeRows rows, Systems systems) {
        this.sql = sql;
        this.rows = rows;
        this.systems = systems;
    }

    /** The newest first, from the one before the given one on. */
    public List<Change> matching(ChangeFilter filter, Person reader, Optional<ChangeId> before, int most) {
        return matching(filter, ChangeOrder.NEWEST, reader, before, most);
    }

    /** In this order, from the one after the given one on. */
    public List<Change> matching(
            ChangeFilter filter, ChangeOrder order, Person reader, Optional<ChangeId> after, int most) {
        var wanted = new WantedChanges(filter, order, reader.id(), systems);
        after.ifPresent(wanted::before);
        return matching(filter, wanted, most, NEWEST, RARE);
    }

    List<Change> matching(
            ChangeFilter filter, Person reader, Optional<ChangeId> before, int most, int newest, int rare) {
        var wanted = new WantedChanges(filter, ChangeOrder.NEWEST, reader.id(), systems);
        before.ifPresent(wanted::before);
        return matching(filter, wanted, most, newest, rare);
    }

    /**
     * Many changes have a common word, so going through the newest soon finds enough of them. A rare one stands in its
     * index, which knows no order. Nobody knows which it is before having looked.
     */
    private List<Change> matching(ChangeFilter filter, WantedChanges wanted, int most, int newest, int rare) {
        if (filter.text().isBlank() || filter.isNarrow()) {
            return list(wanted, wanted.oneByOne(), most);
        }
        if (wanted.isByNumber()) {
            List<Change> found = list(wanted, wanted.amongNewest(newest), most);
            if (found.size() == most) {
                return found;
            }
        }
        return list(wanted, isRare(wanted, rare) ? wanted.byIndex() : wanted.oneByOne(), most);
    }

    /** Hands over everything that matches, up to so many, without ever holding more than a batch; gives how many. */
    public int each(ChangeFilter filter, ChangeOrder order, Person reader, int most, Consumer<List<Change>> batch) {
        int told = 0;
        Optional<ChangeId> last = Optional.empty();
        List<Change> found;
        do {
            int size = Math.min(BATCH, most - told);
            found = matching(filter, order, reader, last, size);
            batch.accept(found);
            told += found.size();
            last = found.isEmpty() ? last : Optional.of(found.getLast().id());
        } while (found.size() == BATCH && told < most);
        return told;
    }

    /**
     * How many match, counted as far as that costs the same however many there are. Of a common word only the newest
     * changes are asked.
     */
    public Total total(ChangeFilter filter, Person reader) {
        var wanted = new WantedChanges(filter, ChangeOrder.NEWEST, reader.id(), systems);
        if (filter.text().isBlank() || filter.isNarrow()) {
            return Total.of(count(wanted, wanted.oneByOne()));
        }
        return isRare(wanted, RARE)
                ? Total.of(count(wanted, wanted.byIndex()))
                : Total.atLeast(count(wanted, wanted.amongNewest(RARE)));
    }

    private int count(WantedChanges wanted, String conditions) {
        return wanted.bind(sql.sql(
                        "SELECT count(*) FROM (SELECT FROM changes.change c " + conditions + " LIMIT :most) AS few"))
                .param("most", Total.MOST + 1)
                .query(Integer.class)
                .single();
    }

    private boolean isRare(WantedChanges wanted, int rare) {
        return wanted.bind(sql.sql("SELECT count(*) FROM (" + wanted.saying() + " LIMIT :rare) AS few"))
                        .param("rare", rare)
                        .query(Integer.class)
                        .single()
                < rare;
    }

    private List<Change> list(WantedChanges wanted, String conditions, int most) {
        return wanted.bind(sql.sql(ChangeRows.SELECT + conditions + wanted.inOrder() + " LIMIT :most"))
                .param("most", most)
                .query(rows::change)
                .list();
    }

    /**
     * Those that somebody wrote, alone or with others, and that have not ended. The limit inside makes PostgreSQL ask about
     * each open change, for what somebody wrote in all those years grows without end.
     */
    public List<Change> underWayBy(PersonId author, int most) {
        return sql.sql(ChangeRows.SELECT + """
            WHERE c.id IN (
                SELECT id FROM changes.change
                WHERE author = :author AND status NOT IN ('CLOSED', 'REJECTED', 'WITHDRAWN', 'EXPIRED', 'ROLLED_BACK')
                UNION
                SELECT open.id FROM changes.change open
                CROSS JOIN LATERAL (SELECT FROM changes.duty d
                    WHERE d.change_id = open.id AND d.person_id = :author AND d.duty = 'AUTHOR' LIMIT 1) AS wrote
                WHERE open.status NOT IN ('CLOSED', 'REJECTED', 'WITHDRAWN', 'EXPIRED', 'ROLLED_BACK'))
            ORDER BY c.id DESC LIMIT :most
            """)
                .param("author", author.value())
                .param("most", most)
                .query(rows::change)
                .list();
    }

    /**
     * Those of which any revision names this artifact of this repository. Approved ones come first, of these the ones for
     * that system, of these the ones that name it there, and then the newest: one commit of a monorepo may be in more
     * changes than anybody looks at.
     */
    public List<Change> naming(String repository, String artifact, String system, String environment, int most) {
        return sql.sql(ChangeRows.SELECT + """
                WHERE c.id IN (SELECT change_id FROM changes.target WHERE artifact = :artifact
                               AND registry.repository_name(repository) = :repository)
                ORDER BY c.status = 'APPROVED' DESC, :system = ANY(c.systems) DESC,
                  EXISTS (SELECT FROM changes.target t WHERE t.change_id = c.id AND t.revision = c.revision
                          AND t.artifact = :artifact AND t.environment = :environment) DESC,
                  c.id DESC LIMIT :most
                """)
                .param("artifact", artifact)
                .param("repository", repository)
                .param("system", system)
                .param("environment", environment)
                .param("most", most)
                .query(rows::change)
                .list();
    }

    /** How many changes that a process moves stand where; states without any are left out. */
    public Map<Status, Long> underWay() {
        return sql
                .sql("SELECT status, count(*) AS changes FROM changes.change WHERE status = ANY(:states) GROUP BY"
                        + " status")
                .param(
                        "states",
                        Arrays.stream(Status.values())
                                .filter(Status::hasProcess)
                                .map(Status::name)
                                .toArray(String[]::new))
                .query((row, number) -> Map.entry(Status.valueOf(row.getString("status")), row.getLong("changes")))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
