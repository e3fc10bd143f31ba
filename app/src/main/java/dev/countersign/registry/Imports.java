package dev.countersign.registry;

import dev.countersign.identity.Person;
import dev.countersign.refusals.Refusal;
import dev.countersign.registry.files.BadRow;
import dev.countersign.registry.files.CatalogueReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Takes a file with systems and departments in: as a whole or not at all, and first only on trial. */
@Service
public class Imports {

    private static final Duration KEPT = Duration.ofDays(1);
    private static final int SHOWN = 100;

    private final JdbcClient sql;
    private final JsonMapper json;
    private final Facts facts;
    private final Edits edits;
    private final Differences differences;
    private final Clock clock;

    Imports(JdbcClient sql, JsonMapper json, Facts facts, Edits edits, Differences differences, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.facts = facts;
        this.edits = edits;
        this.differences = differences;
        this.clock = clock;
    }

    /** What the file would change; it is kept for a day, so that the same person can propose just that. */
    @Transactional
    public Rehearsal rehearse(byte[] file, Person by) {
        ProposalRules.toPropose(ProposalKind.CATALOGUE, by).demand();
        CatalogueReader.Result read = new CatalogueReader(facts.everything()).read(file);
        CataloguePlan plan = edits.plan(read.catalogue());
        List<BadRow> bad =
                Stream.concat(read.bad().stream(), flawed(read, plan)).sorted().toList();
        Edit edit = plan.comparison().edit();
        int added =
                (int) edit.descriptions().filter(revised -> revised.from() == 0).count();
        return new Rehearsal(
                bad.isEmpty() && !edit.isEmpty() ? Optional.of(keep(edit, by)) : Optional.empty(),
                added,
                edit.size() - added,
                plan.comparison().unchanged(),
                read.leftOut(),
                bad.isEmpty() ? differences.of(edit, false, SHOWN) : List.of(),
                bad);
    }

    /** Asks for what was looked through; somebody else's trial, or yesterday's, has to be made anew. */
    @Transactional
    public Proposal propose(UUID rehearsal, String reason, Person by) {
        Edit edit = sql.sql("SELECT edit FROM registry.rehearsal WHERE id = :id AND person = :person")
                .param("id", rehearsal)
                .param("person", by.id().value())
                .query((row, number) -> json.readValue(row.getString(1), Edit.class))
                .optional()
                .orElseThrow(() -> Refusal.notFound(
                        "registry.unknown-rehearsal",
                        "Expected to propose a file that you looked through, but that one is no longer kept.",
                        "Choose the file again."));
        sql.sql("DELETE FROM registry.rehearsal WHERE id = :id")
                .param("id", rehearsal)
                .update();
        return edits.propose(edit, reason, by);
    }

    private static Stream<BadRow> flawed(CatalogueReader.Result read, CataloguePlan plan) {
        return plan.flaws().stream().map(flaw -> read.places().place(flaw));
    }

    private UUID keep(Edit edit, Person by) {
        Instant now = clock.instant();
        UUID id = UUID.randomUUID();
        sql.sql("DELETE FROM registry.rehearsal WHERE at < :before")
                .param("before", now.minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
        sql.sql(
                        "INSERT INTO registry.rehearsal (id, person, edit, at) VALUES (:id, :person, CAST(:edit AS jsonb), :now)")
                .param("id", id)
                .param("person", by.id().value())
                .param("edit", json.writeValueAsString(edit))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }
}
