package dev.countersign.gate;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.Changes;
import dev.countersign.changes.Holds;
import dev.countersign.identity.Person;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Decides whether exactly this may go to that system now. It asks PostgreSQL and nobody else, and whatever it cannot
 * find out is a no.
 */
@Component
public class Gate {

    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);

    /** Longer than whoever asks waits; a statement that takes longer helps nobody any more. */
    private static final String PATIENCE = "SET LOCAL statement_timeout = '2s'";

    private final Candidates candidates;
    private final DecisionLog log;
    private final Changes changes;
    private final Holds holds;
    private final JdbcClient sql;
    private final Clock clock;
    private final Duration validFor;
    private final TransactionTemplate reading;
    private final TransactionTemplate writing;

    Gate(
            Candidates candidates,
            DecisionLog log,
            Changes changes,
            Holds holds,
            JdbcClient sql,
            Clock clock,
            PlatformTransactionManager transactions,
            @Value("${countersign.gate.valid-for:PT15M}") Duration validFor) {
        this.candidates = candidates;
        this.log = log;
        this.changes = changes;
        this.holds = holds;
        this.sql = sql;
        this.clock = clock;
        this.validFor = validFor;
        this.writing = new TransactionTemplate(transactions);
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
    }

    /** The answer, kept before it is given; without the database there is none, and the caller must take that as a no. */
    public Decision decide(Question question, Person asking) {
        Decision judged = judge(question);
        return writing.execute(status -> {
            noLongerThanItIsWaitedFor();
            Decision answer = judged.allows() ? confirm(judged) : judged;
            log.keep(question, answer, asking.id());
            if (Thread.currentThread().isInterrupted()) {
                status.setRollbackOnly();
            }
            return answer;
        });
    }

    /** What it would answer now about what the change names. It is kept nowhere and lets nothing go. */
    Decision outlook(Change change) {
        Question question = Question.about(change.document());
        return judge(question, now -> decision(question, change, now));
    }

    private Decision judge(Question question) {
        return judge(question, now -> nearest(question, now));
    }

    private Decision judge(Question question, Function<Instant, Decision> look) {
        Instant now = clock.instant();
        try {
            return reading.execute(status -> {
                lookAtOneMoment();
                return look.apply(now);
            });
        } catch (DataAccessException | TransactionException unavailable) {
            throw unavailable;
        } catch (RuntimeException defect) {
            LOG.error("Expected to judge {}, but the gate broke; the answer is no.", question, defect);
            Reason broken = Denial.BROKEN.because(
                    "an answer",
                    "the gate itself broke: " + defect.getClass().getSimpleName(),
                    "Tell whoever runs Countersign. The gate stays closed until then.");
            return Decision.deny(List.of(broken), Optional.empty(), now);
        }
    }

    /** Asked for by its first statement, which is one message to PostgreSQL; a connection that is told so costs three. */
    private void lookAtOneMoment() {
        sql.sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ; " + PATIENCE).update();
    }

    /** Whoever asks has been told no when this is over; nothing may be kept after that which says yes. */
    private void noLongerThanItIsWaitedFor() {
        sql.sql(PATIENCE).update();
    }

    /** The first change that lets it through answers; if none does, the one with the fewest reasons against it. */
    private Decision nearest(Question question, Instant now) {
        Decision nearest = null;
        for (Change change : candidates.naming(question)) {
            Decision decision = decision(question, change, now);
            if (decision.allows()) {
                return decision;
            }
            boolean nearer = nearest == null
                    || decision.reasons().size() < nearest.reasons().size();
            nearest = nearer ? decision : nearest;
        }
        return nearest == null ? Decision.deny(List.of(nobody(question)), Optional.empty(), now) : nearest;
    }

    private Decision decision(Question question, Change change, Instant now) {
        Standing standing = candidates.standing(change);
        List<Reason> reasons = Objections.against(question, standing, now);
        List<Note> notes = Note.about(standing);
        return reasons.isEmpty()
                ? new Decision(reasons, notes, Optional.of(change), now, standing.validUntil(now, validFor))
                : Decision.deny(reasons, notes, Optional.of(change), now);
    }

    /**
     * Keeps the change still while the allow is written: if it moved since it was judged, somebody holds it, or a
     * pipeline told that who approved it is behind its commit, the allow is worth nothing. Whoever is about to do so waits
     * for this, or this for them.
     */
    private Decision confirm(Decision allow) {
        ChangeId judged = allow.change().orElseThrow().id();
        Change still = changes.share(judged);
        return allow.confirmed(still, candidates.isApprovedByAnAuthor(still), holds.open(judged));
    }

    private static Reason nobody(Question question) {
        return Denial.NO_CHANGE.because(
                "a change that names %s".formatted(question.what()),
                "no change names it",
                "Write a change that names this repository and this full SHA or digest, and have it approved.");
    }
}
