package dev.countersign.registry;

import dev.countersign.identity.PersonId;
import dev.countersign.spelling.CatalogueKey;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What two people stated of systems, departments and incidents: now, and in any earlier revision. */
@Repository
public class Facts {

    private static final String SYSTEMS = """
            SELECT s.*,
                ARRAY(SELECT r.name FROM registry.repository r WHERE r.system = s.key ORDER BY r.name) AS repositories,
                ARRAY(SELECT d.upstream FROM registry.dependency d WHERE d.system = s.key ORDER BY d.upstream) AS dependencies
            FROM registry.system s
            """;

    private final JdbcClient sql;
    private final JsonMapper json;

    Facts(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    public SystemFacts system(String key) {
        String meant = CatalogueKey.orTyped(key);
        return Optional.ofNullable(systems(List.of(meant)).get(meant))
                .map(Revised::facts)
                .orElseThrow(() -> Systems.unknown(key));
    }

    /** Those of the keys that are known, each with the number of its revision. */
    Map<String, Revised<SystemFacts>> systems(Collection<String> keys) {
        return byKey(sql.sql(SYSTEMS + "WHERE s.key = ANY(:keys)")
                .param("keys", keys.toArray(String[]::new))
                .query(Facts::system)
                .list());
    }

    Map<String, Revised<Department>> departments(Collection<String> keys) {
        return byKey(sql.sql("SELECT * FROM registry.department WHERE key = ANY(:keys)")
                .param("keys", keys.toArray(String[]::new))
                .query((row, number) -> new Revised<>(row.getInt("revision"), Systems.department(row, number)))
                .list());
    }

    /** Everything, in the order of keys. */
    public Catalogue everything() {
        return new Catalogue(
                sql.sql("SELECT * FROM registry.department ORDER BY key")
                        .query(Systems::department)
                        .list(),
                sql.sql(SYSTEMS + "ORDER BY s.key").query(Facts::system).list().stream()
                        .map(Revised::facts)
                        .toList());
    }

    /** What became of entities whose keys do not say it. */
    List<CatalogueEntity> origins() {
        return sql.sql(
                        "SELECT ref, coalesce(system, department) AS key, department IS NOT NULL AS department FROM registry.entity")
                .query((row, number) ->
                        new CatalogueEntity(row.getString("ref"), row.getBoolean("department"), row.getString("key")))
                .list();
    }

    /** The same thing as it was in that revision. */
    Optional<? extends Described> revision(Revised<? extends Described> wanted) {
        String key = wanted.facts().key();
        return switch (wanted.facts()) {
            case SystemFacts _ -> revision("system", key, wanted.from(), SystemFacts.class);
            case Department _ -> revision("department", key, wanted.from(), Department.class);
            case Incident _ -> revision("incident", key, wanted.from(), Incident.class);
        };
    }

    /** The number of the newest revision of the same thing; 0 if there is none. */
    public int newest(Described thing) {
        String of = switch (thing) {
            case SystemFacts _ -> "system";
            case Department _ -> "department";
            case Incident _ -> "incident";
        };
        return sql.sql("SELECT coalesce(max(number), 0) FROM registry.%1$s_revision WHERE %1$s = :key".formatted(of))
                .param("key", thing.key())
                .query((row, number) -> row.getInt(1))
                .single();
    }

    /** What a description may refer to, besides what the same file brings along. */
    Known known(Catalogue brought) {
        var departments = new HashSet<>(names("SELECT key FROM registry.department"));
        var systems = new HashSet<>(names("SELECT key FROM registry.system"));
        brought.departments().forEach(department -> departments.add(department.key()));
        brought.systems().forEach(system -> systems.add(system.key()));
        return new Known(new HashSet<>(names("SELECT id FROM identity.person")), departments, systems);
    }

    private <T extends Described> Optional<T> revision(String of, String key, int number, Class<T> type) {
        return sql.sql("SELECT facts FROM registry.%1$s_revision WHERE %1$s = :key AND number = :number".formatted(of))
                .param("key", key)
                .param("number", number)
                .query((row, ignored) -> json.readValue(row.getString("facts"), type))
                .optional();
    }

    private List<String> names(String query) {
        return sql.sql(query).query((row, number) -> row.getString(1)).list();
    }

    private static <T extends Described> Map<String, Revised<T>> byKey(List<Revised<T>> revised) {
        return revised.stream().collect(Collectors.toMap(one -> one.facts().key(), Function.identity()));
    }

    private static Revised<SystemFacts> system(ResultSet row, int ignored) throws SQLException {
        return new Revised<>(
                row.getInt("revision"),
                new SystemFacts(
                        row.getString("key"),
                        row.getString("name"),
                        row.getString("description"),
                        row.getString("department"),
                        row.getString("team"),
                        PersonId.recorded(row.getString("owner")),
                        texts(row.getArray("repositories")),
                        texts(row.getArray("environments")).stream()
                                .map(word -> Environment.valueOf(word.toUpperCase(Locale.ROOT)))
                                .toList(),
                        row.getBoolean("consumer_facing"),
                        row.getBoolean("control_plane"),
                        DataClass.valueOf(row.getString("data_class").toUpperCase(Locale.ROOT)),
                        texts(row.getArray("dependencies")),
                        row.getInt("declared_tier")));
    }

    static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }
}
