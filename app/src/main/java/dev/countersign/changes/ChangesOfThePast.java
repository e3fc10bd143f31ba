package dev.countersign.changes;

import dev.countersign.identity.PersonId;
import dev.countersign.policy.Facts;
import dev.countersign.policy.PastChange;
import dev.countersign.policy.PastChanges;
import dev.countersign.policy.Requirements;
import dev.countersign.policy.Touched;
import dev.countersign.registry.Builds;
import dev.countersign.registry.Systems;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Tells the policy what changes were like when they were submitted. */
@Component
class ChangesOfThePast implements PastChanges {

    /** One from before assessments were kept is taken by its first text and by the tiers of today. */
    private static final String SELECT = """
            SELECT c.id, c.title, c.department, c.submitted_at, c.systems, a.facts IS NULL AS guessed,
                   coalesce(a.policy_version, c.policy_version) AS policy_version,
                   coalesce(a.requirements, c.requirements) AS requirements,
                   (SELECT repository FROM changes.target WHERE change_id = c.id AND revision = 1 LIMIT 1) AS repository,
                   ARRAY(SELECT person_id FROM changes.duty WHERE change_id = c.id AND duty = 'REVIEWER') AS reviewers,
                   coalesce(a.facts, (
                     SELECT jsonb_build_object(
                       'tier', 1,
                       'kind', r.document -> 'kind', 'environment', r.document -> 'environment',
                       'blastRadius', r.document -> 'blastRadius', 'controlPlane', r.document -> 'controlPlane',
                       'dataMutation', r.document -> 'dataMutation', 'aiInvolvement', r.document -> 'aiInvolvement',
                       'hour', coalesce(extract(hour FROM (r.document ->> 'windowStart')::timestamptz AT TIME ZONE 'UTC')::integer, 0),
                       'conflict', false)
                     FROM changes.revision r WHERE r.change_id = c.id AND r.number = 1)) AS facts
            FROM changes.change c
            LEFT JOIN LATERAL (
              SELECT policy_version, facts, requirements FROM changes.assessment WHERE change_id = c.id ORDER BY id LIMIT 1
            ) a ON true
            WHERE c.submitted_at >= :since AND coalesce(a.requirements, c.requirements) IS NOT NULL
            ORDER BY c.submitted_at DESC, c.id DESC
            """;

    private final JdbcClient sql;
    private final JsonMapper json;
    private final Systems systems;
    private final Builds builds;

    ChangesOfThePast(JdbcClient sql, JsonMapper json, Systems systems, Builds builds) {
        this.sql = sql;
        this.json = json;
        this.systems = systems;
        this.builds = builds;
    }

    @Override
    public List<PastChange> since(Instant moment) {
        Map<String, Touched> known = StandingFacts.touched(systems.all()).stream()
                .collect(Collectors.toMap(Touched::system, Function.identity()));
        Map<String, List<String>> built = builds.byRepository();
        return sql.sql(SELECT)
                .param("since", moment.atOffset(ZoneOffset.UTC))
                .query((row, number) -> change(row, known, built))
                .list();
    }

    private PastChange change(ResultSet row, Map<String, Touched> known, Map<String, List<String>> built)
            throws SQLException {
        Stream<String> named = Arrays.stream((String[]) row.getArray("systems").getArray());
        Stream<String> beside =
                built.getOrDefault(Objects.requireNonNullElse(row.getString("repository"), ""), List.of()).stream();
        List<Touched> touched = Stream.concat(named, beside)
                .distinct()
                .filter(known::containsKey)
                .map(known::get)
                .toList();
        Facts facts = json.readValue(row.getString("facts"), Facts.class);
        return new PastChange(
                row.getString("id"),
                row.getString("title"),
                row.getString("department"),
                row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
                row.getString("policy_version"),
                row.getBoolean("guessed") ? facts.ofTier(leading(touched)) : facts,
                touched,
                json.readValue(row.getString("requirements"), Requirements.class),
                Arrays.stream((String[]) row.getArray("reviewers").getArray())
                        .map(PersonId::recorded)
                        .toList());
    }

    /** An unknown system is taken for a critical one. */
    private static int leading(List<Touched> systems) {
        return systems.stream().mapToInt(Touched::tier).min().orElse(1);
    }
}
