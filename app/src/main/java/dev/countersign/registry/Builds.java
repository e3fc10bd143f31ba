package dev.countersign.registry;

import dev.countersign.spelling.RepositoryName;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which systems are built from which repositories, as two people stated it. */
@Repository
public class Builds {

    private final JdbcClient sql;

    Builds(JdbcClient sql) {
        this.sql = sql;
    }

    /** What is built from a repository; nothing from one that nobody registered, or whose name cannot be read. */
    public List<Build> from(String repository) {
        return RepositoryName.of(repository).map(this::from).orElse(List.of());
    }

    private List<Build> from(RepositoryName repository) {
        return sql.sql("""
                        SELECT system, name FROM registry.repository WHERE split_part(name, '//', 1) = :repository
                        ORDER BY system, name
                        """)
                .param("repository", repository.value())
                .query((row, number) -> new Build(row.getString("system"), Origin.kept(row.getString("name"))))
                .list();
    }

    /** The systems of every repository, by its name. */
    public Map<String, List<String>> byRepository() {
        return sql
                .sql("SELECT system, name FROM registry.repository ORDER BY system, name")
                .query((row, number) -> new Build(row.getString("system"), Origin.kept(row.getString("name"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        build -> build.origin().repository(),
                        Collectors.mapping(Build::system, Collectors.toUnmodifiableList())));
    }

    /** What each of the systems is built from; one without a repository is missing. */
    public Map<String, List<Origin>> of(Collection<String> systems) {
        return sql
                .sql("SELECT system, name FROM registry.repository WHERE system = ANY(:systems) ORDER BY system, name")
                .param("systems", systems.toArray(String[]::new))
                .query((row, number) -> new Build(row.getString("system"), Origin.kept(row.getString("name"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Build::system, TreeMap::new, Collectors.mapping(Build::origin, Collectors.toList())));
    }
}
