package dev.countersign.gate;

import dev.countersign.changes.Change;
import dev.countersign.changes.Revision;
import dev.countersign.identity.PersonId;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps every answer of the gate. The journal of the change gets each allow and the first deny of a revision: a
 * pipeline that asks every minute should not bury the story of the change. The entry comes last, because others who
 * write into the same story wait from then on.
 */
@Component
class DecisionLog {

    private final JdbcClient sql;
    private final JsonMapper json;
    private final ApplicationEventPublisher events;

    DecisionLog(JdbcClient sql, JsonMapper json, ApplicationEventPublisher events) {
        this.sql = sql;
        this.json = json;
        this.events = events;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void keep(Question question, Decision decision, PersonId asking) {
        Optional<Change> told = decision.change().filter(change -> decision.allows() || isFirstDeny(change));
        write(question, decision, asking);
        told.ifPresent(change -> events.publishEvent(event(question, decision, asking, change)));
    }

    private void write(Question question, Decision decision, PersonId asking) {
        Optional<Revision> revision = decision.change().map(Change::revision);
        sql.sql("""
                INSERT INTO gate.decision (decided_at, valid_until, asked_by, repository, artifact, system, environment,
                  decision, reasons, notes, change_id, revision, revision_hash)
                VALUES (:now, :until, :asking, :repository, :artifact, :system, :environment,
                  :decision, :reasons::jsonb, :notes::jsonb, :change, :revision, :hash)
                """)
                .param("now", decision.decidedAt().atOffset(ZoneOffset.UTC))
                .param("until", decision.validUntil().atOffset(ZoneOffset.UTC))
                .param("asking", asking.value())
                .param("repository", question.repository())
                .param("artifact", question.artifact())
                .param("system", question.system())
                .param("environment", Question.word(question.environment()))
                .param("decision", decision.word())
                .param(
                        "reasons",
                        json.writeValueAsString(
                                decision.reasons().stream().map(Kept::of).toList()))
                .param("change", revision.map(kept -> kept.change().value()).orElse(null))
                .param("revision", revision.map(Revision::number).orElse(null))
                .param("notes", json.writeValueAsString(decision.notes()))
                .param(
                        "hash",
                        revision.map(kept -> HexFormat.of().parseHex(kept.hash()))
                                .orElse(null))
                .update();
    }

    /** A reason as the record has it: people by their ids. */
    private record Kept(String code, String expected, String actual, String wayOut) {

        static Kept of(Reason reason) {
            return new Kept(reason.code(), reason.expected(), reason.actual().toString(), reason.wayOut());
        }
    }

    private boolean isFirstDeny(Change change) {
        return sql.sql("""
                SELECT NOT EXISTS (SELECT FROM gate.decision
                                   WHERE change_id = :change AND revision = :revision AND decision = 'deny')
                """)
                .param("change", change.id().value())
                .param("revision", change.revision().number())
                .query(Boolean.class)
                .single();
    }

    private static GateDecided event(Question question, Decision decision, PersonId asking, Change change) {
        return new GateDecided(
                change.id(),
                asking.value(),
                change.systems(),
                change.revision().number(),
                change.revision().hash(),
                decision.word(),
                question.repository(),
                question.artifact(),
                question.system(),
                Question.word(question.environment()),
                decision.reasons().stream().map(Reason::code).toList(),
                decision.validUntil());
    }
}
