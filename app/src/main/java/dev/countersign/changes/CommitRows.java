package dev.countersign.changes;

import dev.countersign.changes.Authorship.Part;
import dev.countersign.changes.Commit.Hand;
import dev.countersign.identity.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was told about commits, as rows that are only ever added. */
@Component
class CommitRows {

    /**
     * One hand in a commit.
     *
     * @param who as it was told
     * @param name the same as people and addresses are compared
     * @param person who that is here; empty if nobody knows
     */
    record Known(String sha, Part part, String who, String name, Optional<PersonId> person) {}

    private final JdbcClient sql;

    CommitRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** How many of them were news. */
    int add(Commit commit, PersonId teller, Instant now) {
        return commit.hands().stream()
                .mapToInt(hand -> add(commit, hand, teller, now))
                .sum();
    }

    private int add(Commit commit, Hand hand, PersonId teller, Instant now) {
        return sql.sql("""
                INSERT INTO changes.commit_author (repository, sha, part, who, told_by, at)
                VALUES (:repository, :sha, :part, :who, :teller, :now) ON CONFLICT DO NOTHING
                """)
                .param("repository", commit.repository())
                .param("sha", commit.sha())
                .param("part", hand.part().name())
                .param("who", hand.who())
                .param("teller", teller.value())
                .param("now", ChangeRows.at(now))
                .update();
    }

    void addFiles(Commit commit, PersonId teller, Instant now) {
        sql.sql("""
                INSERT INTO changes.commit_file (repository, sha, path, told_by, at)
                SELECT :repository, :sha, path, :teller, :now FROM unnest(:files::text[]) path ON CONFLICT DO NOTHING
                """)
                .param("repository", commit.repository())
                .param("sha", commit.sha())
                .param("files", commit.files().toArray(String[]::new))
                .param("teller", teller.value())
                .param("now", ChangeRows.at(now))
                .update();
    }

    /** The files that each of the commits changes; one of which that was not told is missing. */
    Map<String, List<String>> files(String repository, Collection<String> commits) {
        return sql
                .sql("""
                SELECT sha, path FROM changes.commit_file WHERE sha = ANY(:commits) AND repository = :repository
                """)
                .param("commits", commits.toArray(String[]::new))
                .param("repository", repository)
                .query((row, number) -> Map.entry(row.getString("sha"), row.getString("path")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** Somebody whom two people could be appears twice. */
    List<Known> of(String repository, Collection<String> commits) {
        return sql.sql("""
                SELECT sha, part, who, name, person_id FROM changes.hand
                WHERE sha = ANY(:commits) AND repository = :repository ORDER BY sha, part, who, person_id
                """)
                .param("commits", commits.toArray(String[]::new))
                .param("repository", repository)
                .query(CommitRows::known)
                .list();
    }

    /** The changes on their way that name it, in the order in which they are locked. */
    List<ChangeId> naming(Commit commit) {
        return sql.sql("""
                SELECT DISTINCT c.id FROM changes.target t JOIN changes.change c ON c.id = t.change_id
                WHERE t.artifact = :sha AND registry.repository_name(t.repository) = :repository AND c.status = ANY(:underWay) ORDER BY c.id
                """)
                .param("sha", commit.sha())
                .param("repository", commit.repository())
                .param(
                        "underWay",
                        Arrays.stream(Status.values())
                                .filter(Status::hasProcess)
                                .map(Status::name)
                                .toArray(String[]::new))
                .query((row, number) -> new ChangeId(row.getString("id")))
                .list();
    }

    private static Known known(ResultSet row, int ignored) throws SQLException {
        return new Known(
                row.getString("sha"),
                Part.valueOf(row.getString("part")),
                row.getString("who"),
                row.getString("name"),
                Optional.ofNullable(row.getString("person_id")).map(PersonId::recorded));
    }
}
