package dev.countersign.registry;

import dev.countersign.identity.PersonId;
import dev.countersign.refusals.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Everything that runs in production, the most critical first. */
@Repository
public class Systems {

    private static final String SELECT =
            "SELECT s.key, s.name, s.description, s.tier, s.department, s.owner FROM registry.system s ";

    private final JdbcClient sql;
    private final Registrar registrar;

    Systems(JdbcClient sql, Registrar registrar) {
        this.sql = sql;
        this.registrar = registrar;
    }

    public Optional<ProductionSystem> find(String key) {
        return sql.sql(SELECT + "WHERE s.key = :key")
                .param("key", key)
                .query(Systems::system)
                .optional();
    }

    public ProductionSystem get(String key) {
        return find(key)
                .orElseThrow(() -> Refusal.notFound(
                        "registry.unknown-system",
                        "Expected to find system '%s', but the registry has none of that name.".formatted(brief(key)),
                        "Look for it in the registry, or ask its owner to have it registered."));
    }

    /** All there are, the most critical first. */
    public List<ProductionSystem> all() {
        return sql.sql(SELECT + "ORDER BY s.tier, s.key").query(Systems::system).list();
    }

    /** Those of the keys that are known; what is missing from the answer is unknown. */
    public List<ProductionSystem> named(Collection<String> keys) {
        return sql.sql(SELECT + "WHERE s.key = ANY(:keys) ORDER BY s.tier, s.key")
                .param("keys", keys.toArray(String[]::new))
                .query(Systems::system)
                .list();
    }

    /** The most critical of the systems a change touches: its department answers for the change. */
    public ProductionSystem leading(Collection<String> keys) {
        return named(keys).stream()
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(
                        "registry.unknown-systems",
                        "Expected to find a leading system among '%s', but the registry knows none of them."
                                .formatted(brief(String.join(", ", keys))),
                        "Choose at least one system from the registry."));
    }

    /** One page of those that match, after the system with the given key. */
    public List<ProductionSystem> matching(SystemFilter filter, Optional<String> after, int most) {
        return sql.sql(SELECT + """
                        WHERE (CAST(:tier AS integer) IS NULL OR s.tier = :tier)
                          AND (:department = '' OR s.department = :department)
                          AND (:text = '' OR s.key ILIKE :pattern OR s.name ILIKE :pattern)
                          AND (:after = '' OR (s.tier, s.key) > (SELECT tier, key FROM registry.system WHERE key = :after))
                        ORDER BY s.tier, s.key LIMIT :most
                        """)
                .param("tier", filter.tier())
                .param("department", filter.department())
                .param("text", filter.text())
                .param("pattern", filter.pattern())
                .param("after", after.orElse(""))
                .param("most", most)
                .query(Systems::system)
                .list();
    }

    /** What a form offers where systems are chosen. */
    public List<Choice> choices() {
        return sql.sql(SELECT + "ORDER BY s.key")
                .query((row, number) -> new Choice(
                        row.getString("key"), "%s (tier %d)".formatted(row.getString("name"), row.getInt("tier"))))
                .list();
    }

    public Department department(String key) {
        return sql.sql("SELECT key, name, organisation, director, vp FROM registry.department WHERE key = :key")
                .param("key", key)
                .query(Systems::department)
                .optional()
                .orElseThrow(() -> Refusal.notFound(
                        "registry.unknown-department",
                        "Expected to find department '%s', but the registry has none of that name."
                                .formatted(brief(key)),
                        "Look for it in the registry's list of departments."));
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

    /** Takes in what is new and what differs; the same catalogue twice changes nothing. */
    public void register(Catalogue catalogue) {
        registrar.register(catalogue);
    }

    private static String brief(String text) {
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }

    private static ProductionSystem system(ResultSet row, int ignored) throws SQLException {
        return new ProductionSystem(
                row.getString("key"),
                row.getString("name"),
                row.getString("description"),
                row.getInt("tier"),
                row.getString("department"),
                new PersonId(row.getString("owner")));
    }

    private static Department department(ResultSet row, int ignored) throws SQLException {
        return new Department(
                row.getString("key"),
                row.getString("name"),
                row.getString("organisation"),
                new PersonId(row.getString("director")),
                new PersonId(row.getString("vp")));
    }
}
