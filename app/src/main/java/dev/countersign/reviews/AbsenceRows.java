package dev.countersign.reviews;

import dev.countersign.identity.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Absences, their ends and the delegations of each, as rows that are only ever added. */
@Component
class AbsenceRows {

    private static final String SELECT = """
            SELECT a.id, a.person_id, a.from_at, a.until_at, a.reason, a.recorded_by, a.at, e.at AS ended_at
            FROM reviews.absence a LEFT JOIN reviews.absence_end e ON e.absence_id = a.id
            """;

    private final JdbcClient sql;

    AbsenceRows(JdbcClient sql) {
        this.sql = sql;
    }

    boolean isAway(PersonId person, Instant moment) {
        return sql.sql("SELECT reviews.is_away(:person, :moment)")
                .param("person", person.value())
                .param("moment", at(moment))
                .query(Boolean.class)
                .single();
    }

    /** By which somebody decides for a leader in a department at that moment. */
    Optional<Delegation> delegation(PersonId leader, String department, Instant moment) {
        return sql.sql("""
                SELECT id, delegator, delegate, department, recorded_by, at FROM reviews.delegation
                WHERE id = reviews.delegation_of(:leader, :department, :moment)
                """)
                .param("leader", leader.value())
                .param("department", department)
                .param("moment", at(moment))
                .query(AbsenceRows::delegation)
                .optional();
    }

    Optional<Absence> find(long id) {
        return complete(sql.sql(SELECT + " WHERE a.id = :id")
                        .param("id", id)
                        .query(AbsenceRows::absence)
                        .list())
                .stream()
                .findFirst();
    }

    /** By which somebody decides for these leaders at that moment, each in the department beside it. */
    List<InDepartment> delegations(List<PersonId> leaders, List<String> departments, Instant now) {
        return sql.sql("""
                SELECT l.department AS led, d.* FROM unnest(CAST(:leaders AS text[]), CAST(:departments AS text[])) AS l (leader, department)
                JOIN reviews.delegation d ON d.id = reviews.delegation_of(l.leader, l.department, :now)
                """)
                .param("leaders", leaders.stream().map(PersonId::value).toArray(String[]::new))
                .param("departments", departments.toArray(String[]::new))
                .param("now", at(now))
                .query((row, number) -> new InDepartment(row.getString("led"), delegation(row, number)))
                .list();
    }

    /** A delegation as it counts in one department. */
    record InDepartment(String department, Delegation delegation) {}

    /** Somebody's that are not over, the next first. */
    List<Absence> of(PersonId person, Instant now) {
        return complete(sql.sql(SELECT + """
                        WHERE a.person_id = :person AND a.until_at > :now AND e.absence_id IS NULL
                        ORDER BY a.from_at, a.id
                        """)
                .param("person", person.value())
                .param("now", at(now))
                .query(AbsenceRows::absence)
                .list());
    }

    /** All that are not over, the next first. */
    List<Absence> current(Instant now, int most) {
        return complete(sql.sql(SELECT + """
                        WHERE a.until_at > :now AND e.absence_id IS NULL
                        ORDER BY a.from_at, a.id LIMIT :most
                        """)
                .param("now", at(now))
                .param("most", most)
                .query(AbsenceRows::absence)
                .list());
    }

    /** Those that are not over in which somebody is named, the next first. */
    List<Absence> naming(PersonId delegate, Instant now) {
        return complete(sql.sql(SELECT + """
                        WHERE a.until_at > :now AND e.absence_id IS NULL
                          AND EXISTS (SELECT FROM reviews.delegation d WHERE d.absence_id = a.id AND d.delegate = :delegate)
                        ORDER BY a.from_at, a.id
                        """)
                .param("delegate", delegate.value())
                .param("now", at(now))
                .query(AbsenceRows::absence)
                .list());
    }

    /** Whoever edits the absences of one person waits here for others who do. */
    @Transactional(propagation = Propagation.MANDATORY)
    void lock(PersonId person) {
        sql.sql("SELECT pg_advisory_xact_lock(hashtextextended('reviews.absence/' || :person, 0))")
                .param("person", person.value())
                .query((row, number) -> true)
                .single();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    long add(AbsencePlan plan, PersonId recorder, Instant now) {
        return sql.sql("""
                INSERT INTO reviews.absence (person_id, from_at, until_at, reason, recorded_by, at)
                VALUES (:person, :from, :until, :reason, :by, :now) RETURNING id
                """)
                .param("person", plan.person().value())
                .param("from", at(plan.from()))
                .param("until", at(plan.until()))
                .param("reason", plan.reason())
                .param("by", recorder.value())
                .param("now", at(now))
                .query(Long.class)
                .single();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void end(long absence, PersonId by, Instant now) {
        sql.sql("INSERT INTO reviews.absence_end (absence_id, ended_by, at) VALUES (:absence, :by, :now)")
                .param("absence", absence)
                .param("by", by.value())
                .param("now", at(now))
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void add(Absence absence, PersonId delegate, Optional<String> department, PersonId recorder, Instant now) {
        sql.sql("""
                INSERT INTO reviews.delegation (absence_id, delegator, delegate, department, recorded_by, at)
                VALUES (:absence, :delegator, :delegate, :department, :by, :now)
                """)
                .param("absence", absence.id())
                .param("delegator", absence.person().value())
                .param("delegate", delegate.value())
                .param("department", department.orElse(null))
                .param("by", recorder.value())
                .param("now", at(now))
                .update();
    }

    private List<Absence> complete(List<Absence> bare) {
        Map<Long, List<Delegation>> delegations = delegations(bare);
        return bare.stream()
                .map(absence -> absence.with(delegations.getOrDefault(absence.id(), List.of())))
                .toList();
    }

    private record Named(long absence, Delegation delegation) {}

    private Map<Long, List<Delegation>> delegations(List<Absence> of) {
        return sql
                .sql("""
                SELECT absence_id, id, delegator, delegate, department, recorded_by, at FROM reviews.delegation
                WHERE absence_id = ANY(:absences) ORDER BY id
                """)
                .param("absences", of.stream().map(Absence::id).toArray(Long[]::new))
                .query((row, number) -> new Named(row.getLong("absence_id"), delegation(row, number)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Named::absence, Collectors.mapping(Named::delegation, Collectors.toList())));
    }

    private static Absence absence(ResultSet row, int ignored) throws SQLException {
        return new Absence(
                row.getLong("id"),
                PersonId.recorded(row.getString("person_id")),
                moment(row, "from_at"),
                moment(row, "until_at"),
                row.getString("reason"),
                PersonId.recorded(row.getString("recorded_by")),
                moment(row, "at"),
                Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                List.of());
    }

    private static Delegation delegation(ResultSet row, int ignored) throws SQLException {
        @Nullable String department = row.getString("department");
        return new Delegation(
                row.getLong("id"),
                PersonId.recorded(row.getString("delegator")),
                PersonId.recorded(row.getString("delegate")),
                Optional.ofNullable(department),
                PersonId.recorded(row.getString("recorded_by")),
                moment(row, "at"));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
