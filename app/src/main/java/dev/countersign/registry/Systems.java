package dev.countersign.registry;

import dev.countersign.identity.PersonId;
import dev.countersign.refusals.Refusal;
import dev.countersign.spelling.CatalogueKey;
import dev.countersign.spelling.Excerpt;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Everything that runs in production, the most critical first, with the tier that counts at this moment. */
@Repository
public class Systems {

    private static final String SELECT =
            "SELECT s.key, s.name, s.description, e.tier, s.department, s.owner, s.control_plane,"
                    + " s.environments FROM "
                    + EffectiveTier.OF_SYSTEMS;

    private final JdbcClient sql;
    private final Clock clock;

    Systems(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    public Optional<ProductionSystem> find(String key) {
        return select("WHERE s.key = :key")
                .param("key", CatalogueKey.orTyped(key))
                .query(Systems::system)
                .optional();
    }

    public ProductionSystem get(String key) {
        return find(key).orElseThrow(() -> unknown(key));
    }

    /** All there are, the most critical first. */
    public List<ProductionSystem> all() {
        return select("ORDER BY e.tier, s.key").query(Systems::system).list();
    }

    /** Those of the keys that are known; what is missing from the answer is unknown. */
    public List<ProductionSystem> named(Collection<String> keys) {
        return select("WHERE s.key = ANY(:keys) ORDER BY e.tier, s.key")
                .param("keys", keys.toArray(String[]::new))
                .query(Systems::system)
                .list();
    }

    /** What those of the keys that are known are called. */
    public Map<String, String> names(Collection<String> keys) {
        return sql
                .sql("SELECT key, name FROM registry.system WHERE key = ANY(:keys)")
                .param("keys", keys.toArray(String[]::new))
                .query((row, number) -> Map.entry(row.getString("key"), row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Those of the keys, of which there has to be one. */
    public List<ProductionSystem> known(Collection<String> keys) {
        List<ProductionSystem> known = named(keys);
        if (known.isEmpty()) {
            throw Refusal.invalid("registry.unknown-systems")
                    .expectedTo("find a leading system among '%s'", brief(String.join(", ", keys)))
                    .because("the registry has none of these systems: %s", brief(String.join(", ", keys)))
                    .instead("Choose at least one system from the registry.");
        }
        return known;
    }

    /** The most critical of the systems a change touches: its department answers for the change. */
    public ProductionSystem leading(Collection<String> keys) {
        return known(keys).getFirst();
    }

    /** One page of those that match, from the given place on. */
    public List<ProductionSystem> matching(SystemFilter filter, Optional<SystemCursor> after, int most) {
        return select("""
            WHERE (cardinality(CAST(:tiers AS integer[])) = 0 OR e.tier = ANY(:tiers))
              AND (cardinality(CAST(:departments AS text[])) = 0 OR s.department = ANY(:departments))
              AND (cardinality(CAST(:owners AS text[])) = 0 OR identity.person_form(s.owner) = ANY(:owners))
              AND (NOT :consumerFacing OR s.consumer_facing)
              AND (NOT :controlPlane OR s.control_plane)
              AND (:text = '' OR s.key ILIKE :pattern OR s.name ILIKE :pattern
                   OR position(:meant IN s.key) > 0)
              AND (e.tier, s.key) > (:afterTier, :afterKey)
            ORDER BY e.tier, s.key LIMIT :most
            """)
                .param("tiers", filter.tiers().toArray(Integer[]::new))
                .param("departments", filter.departments().toArray(String[]::new))
                .param("owners", filter.owners().stream().map(PersonId::value).toArray(String[]::new))
                .param("consumerFacing", filter.consumerFacing())
                .param("controlPlane", filter.controlPlane())
                .param("text", filter.text())
                .param("pattern", filter.pattern())
                .param("meant", CatalogueKey.orTyped(filter.text()))
                .param("afterTier", after.map(SystemCursor::tier).orElse(0))
                .param("afterKey", after.map(SystemCursor::key).orElse(""))
                .param("most", most)
                .query(Systems::system)
                .list();
    }

    /** The keys of some in whose key or name this stands. */
    public List<String> called(String word) {
        return sql.sql("""
            SELECT key FROM registry.system WHERE key ILIKE :pattern OR name ILIKE :pattern ORDER BY key
            """)
                .param(
                        "pattern",
                        SystemFilter.of(word, Set.of(), Set.of(), Set.of(), false, false)
                                .pattern())
                .query((row, number) -> row.getString("key"))
                .list();
    }

    /** What a form offers where systems are chosen. */
    public List<Choice> choices() {
        return select("ORDER BY s.key")
                .query((row, number) -> new Choice(
                        row.getString("key"), "%s (tier %d)".formatted(row.getString("name"), row.getInt("tier"))))
                .list();
    }

    public Department department(String key) {
        return sql.sql("SELECT key, name, organisation, director, vp FROM registry.department WHERE key = :key")
                .param("key", CatalogueKey.orTyped(key))
                .query(Systems::department)
                .optional()
                .orElseThrow(() -> Refusal.notFound("registry.unknown-department")
                        .expectedTo("find department '%s'", brief(key))
                        .because("the registry has no department '%s'", brief(key))
                        .instead("Look for it in the registry's list of departments."));
    }

    public List<Department> departments() {
        return sql.sql("SELECT key, name, organisation, director, vp FROM registry.department ORDER BY name")
                .query(Systems::department)
                .list();
    }

    /** The repositories that the system is built from. */
    public List<String> repositories(String system) {
        return sql.sql("SELECT name FROM registry.repository WHERE system = :system ORDER BY name")
                .param("system", system)
                .query((row, number) -> row.getString(1))
                .list();
    }

    private StatementSpec select(String rest) {
        return sql.sql(SELECT + rest).param("now", clock.instant().atOffset(ZoneOffset.UTC));
    }

    static String brief(String text) {
        return Excerpt.of(text, 80);
    }

    static Refusal unknown(String key) {
        return Refusal.notFound("registry.unknown-system")
                .expectedTo("find system '%s'", brief(key))
                .because("the registry has no system '%s'", brief(key))
                .instead("Look for it in the registry, or ask its owner to have it registered.");
    }

    private static ProductionSystem system(ResultSet row, int ignored) throws SQLException {
        return new ProductionSystem(
                row.getString("key"),
                row.getString("name"),
                row.getString("description"),
                row.getInt("tier"),
                row.getString("department"),
                PersonId.recorded(row.getString("owner")),
                row.getBoolean("control_plane"),
                Stream.of((String[]) row.getArray("environments").getArray())
                        .map(Environment::named)
                        .collect(Collectors.toSet()));
    }

    static Department department(ResultSet row, int ignored) throws SQLException {
        return new Department(
                row.getString("key"),
                row.getString("name"),
                row.getString("organisation"),
                PersonId.recorded(row.getString("director")),
                PersonId.recorded(row.getString("vp")));
    }
}
