package dev.countersign.registry;

import dev.countersign.identity.Person;
import dev.countersign.refusals.Refusal;
import dev.countersign.registry.files.BadRow;
import dev.countersign.registry.files.CatalogueReader;
import dev.countersign.registry.files.Choices;
import dev.countersign.registry.files.Taken;
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
    private static final int MOST_FOR_EACH = 10;
    private static final int SHOWN = 100;

    private final JdbcClient sql;
    private final JsonMapper json;
    private final Facts facts;
    private final Edits edits;
    private final Differences differences;
    private final GroupChoices groups;
    private final Clock clock;

    Imports(
            JdbcClient sql,
            JsonMapper json,
            Facts facts,
            Edits edits,
            Differences differences,
            GroupChoices groups,
            Clock clock) {
        this.sql = sql;
        this.json = json;
        this.facts = facts;
        this.edits = edits;
        this.differences = differences;
        this.groups = groups;
        this.clock = clock;
    }

    /** What the file would change; it is kept for a day, so that the same person can propose just that. */
    @Transactional
    public Rehearsal rehearse(byte[] file, Choices choices, Person by) {
        ProposalRules.toPropose(ProposalKind.CATALOGUE, by).demand();
        CatalogueReader.Result read = new CatalogueReader(facts.everything(), facts.origins(), choices).read(file);
        CataloguePlan plan = edits.plan(read.catalogue());
        List<BadRow> bad =
                Stream.concat(read.bad().stream(), flawed(read, plan)).sorted().toList();
        if (bad.isEmpty()) {
            groups.remember(choices.groups(), by.id());
        }
        Edit edit = plan.comparison()
                .edit()
                .madeOf(read.taken().stream().map(Taken::origin).toList());
        int added =
                (int) edit.descriptions().filter(revised -> revised.from() == 0).count();
        return new Rehearsal(
                keep(file, bad.isEmpty() ? Optional.of(edit) : Optional.empty(), by),
                added,
                edit.size() - added,
                plan.comparison().unchanged(),
                bad.isEmpty() ? differences.of(edit, false, SHOWN) : List.of(),
                bad,
                read.leftOut(),
                read.taken(),
                read.owners(),
                read.guessed());
    }

    /** The same file again, with other choices. */
    @Transactional
    public Rehearsal again(UUID rehearsal, Choices choices, Person by) {
        byte[] file = sql.sql("SELECT file FROM registry.rehearsal WHERE id = :id AND person = :person")
                .param("id", rehearsal)
                .param("person", by.id().value())
                .query((row, number) -> row.getBytes(1))
                .optional()
                .orElseThrow(() -> unkept("look through this file again"));
        return rehearse(file, choices, by);
    }

    /** Asks for what was looked through; somebody else's trial, or yesterday's, has to be made anew. */
    @Transactional
    public Proposal propose(UUID rehearsal, String reason, Person by) {
        Edit edit = sql.sql(
                        "SELECT edit FROM registry.rehearsal WHERE id = :id AND person = :person AND edit IS NOT NULL")
                .param("id", rehearsal)
                .param("person", by.id().value())
                .query((row, number) -> json.readValue(row.getString(1), Edit.class))
                .optional()
                .orElseThrow(() -> unkept("propose this file"));
        sql.sql("DELETE FROM registry.rehearsal WHERE id = :id")
                .param("id", rehearsal)
                .update();
        return edits.propose(edit, reason, by);
    }

    /** The proposal that waits for a second person and says just what was looked through. */
    public Optional<ProposalId> waiting(UUID rehearsal, Person by) {
        return sql.sql("""
                SELECT p.id FROM registry.rehearsal r
                JOIN registry.proposal p ON p.kind = 'CATALOGUE' AND p.edit = r.edit
                WHERE r.id = :id AND r.person = :person
                  AND NOT EXISTS (SELECT FROM registry.vote v WHERE v.matter = p.id AND v.vote <> 'PROPOSED')
                  AND NOT EXISTS (SELECT FROM registry.withdrawal w WHERE w.proposal = p.id)
                ORDER BY p.id LIMIT 1
                """)
                .param("id", rehearsal)
                .param("person", by.id().value())
                .query((row, number) -> new ProposalId(row.getString("id")))
                .optional();
    }

    private static Stream<BadRow> flawed(CatalogueReader.Result read, CataloguePlan plan) {
        return plan.flaws().stream().map(flaw -> read.places().place(flaw));
    }

    private static Refusal unkept(String deed) {
        return Refusal.notFound("registry.unknown-rehearsal")
                .cannot("%s", deed)
                .because("it is no longer kept")
                .instead("Choose the file again.");
    }

    private UUID keep(byte[] file, Optional<Edit> edit, Person by) {
        Instant now = clock.instant();
        UUID id = UUID.randomUUID();
        sql.sql("DELETE FROM registry.rehearsal WHERE at < :before")
                .param("before", now.minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
        sql.sql("""
                INSERT INTO registry.rehearsal (id, person, edit, file, at)
                VALUES (:id, :person, CAST(:edit AS jsonb), :file, :now)
                """)
                .param("id", id)
                .param("person", by.id().value())
                .param("edit", edit.map(json::writeValueAsString).orElse(null))
                .param("file", file)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        forgetAllButLatest(by);
        return id;
    }

    /** Whoever looks through file after file may fill no disk with them. */
    private void forgetAllButLatest(Person by) {
        sql.sql("""
                DELETE FROM registry.rehearsal WHERE person = :person AND id NOT IN
                  (SELECT id FROM registry.rehearsal WHERE person = :person ORDER BY at DESC, id LIMIT :most)
                """)
                .param("person", by.id().value())
                .param("most", MOST_FOR_EACH)
                .update();
    }
}
