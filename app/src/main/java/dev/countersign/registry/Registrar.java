package dev.countersign.registry;

import dev.countersign.registry.Catalogue.Listing;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes a catalogue into the registry, a statement per table however long it is. */
@Component
class Registrar {

    private final JdbcClient sql;
    private final ApplicationEventPublisher events;

    Registrar(JdbcClient sql, ApplicationEventPublisher events) {
        this.sql = sql;
        this.events = events;
    }

    @Transactional
    void register(Catalogue catalogue) {
        writeDepartments(catalogue.departments());
        List<String> written =
                writeSystems(catalogue.listings().stream().map(Listing::system).toList());
        writeRepositories(catalogue.listings());
        if (!written.isEmpty()) {
            events.publishEvent(
                    new SystemsRegistered(written, catalogue.departments().size()));
        }
    }

    private void writeDepartments(List<Department> departments) {
        sql.sql("""
                INSERT INTO registry.department (key, name, organisation, director, vp)
                SELECT * FROM unnest(:keys, :names, :organisations, :directors, :vps)
                ON CONFLICT (key) DO UPDATE
                SET name = excluded.name, organisation = excluded.organisation, director = excluded.director, vp = excluded.vp
                """)
                .param("keys", column(departments, Department::key))
                .param("names", column(departments, Department::name))
                .param("organisations", column(departments, Department::organisation))
                .param("directors", column(departments, it -> it.director().value()))
                .param("vps", column(departments, it -> it.vp().value()))
                .update();
    }

    private List<String> writeSystems(List<ProductionSystem> systems) {
        return sql.sql("""
                INSERT INTO registry.system AS s (key, name, description, tier, department, owner)
                SELECT * FROM unnest(:keys, :names, :descriptions, :tiers, :departments, :owners)
                ON CONFLICT (key) DO UPDATE
                SET name = excluded.name, description = excluded.description, tier = excluded.tier,
                    department = excluded.department, owner = excluded.owner
                WHERE (s.name, s.description, s.tier, s.department, s.owner)
                   IS DISTINCT FROM (excluded.name, excluded.description, excluded.tier, excluded.department, excluded.owner)
                RETURNING key
                """)
                .param("keys", column(systems, ProductionSystem::key))
                .param("names", column(systems, ProductionSystem::name))
                .param("descriptions", column(systems, ProductionSystem::description))
                .param("tiers", systems.stream().map(ProductionSystem::tier).toArray(Integer[]::new))
                .param("departments", column(systems, ProductionSystem::department))
                .param("owners", column(systems, it -> it.owner().value()))
                .query((row, number) -> row.getString(1))
                .list();
    }

    private void writeRepositories(List<Listing> listings) {
        List<Source> sources = listings.stream().flatMap(Source::of).toList();
        sql.sql("""
                INSERT INTO registry.repository (system, name) SELECT * FROM unnest(:systems, :names)
                ON CONFLICT DO NOTHING
                """)
                .param("systems", column(sources, Source::system))
                .param("names", column(sources, Source::repository))
                .update();
    }

    private static <T> String[] column(List<T> rows, Function<T, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }

    private record Source(String system, String repository) {

        static Stream<Source> of(Listing listing) {
            return listing.repositories().stream()
                    .map(name -> new Source(listing.system().key(), name));
        }
    }
}
