package dev.countersign.changes;

import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.refusals.Permission;
import dev.countersign.refusals.Refusal;
import dev.countersign.spelling.Excerpt;
import dev.countersign.spelling.PlainText;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Changes that are still being written; only their author sees what is in them. */
@Component
public class Drafts {

    private static final String UNTITLED = "Untitled change";
    private static final int LONGEST = 256 * 1024;

    private final JdbcClient sql;
    private final ChangeRows rows;
    private final Clock clock;

    Drafts(JdbcClient sql, ChangeRows rows, Clock clock) {
        this.sql = sql;
        this.rows = rows;
        this.clock = clock;
    }

    /** Who may write changes at all. */
    public Permission mayWrite(Person person) {
        return Permission.grantedIf(
                person.has(Role.ENGINEER),
                () -> Refusal.forbidden("changes.not-an-engineer")
                        .cannot("write a change")
                        .because("%s [isn't|aren't] an engineer", person.id())
                        .instead("Ask an engineer to write it, or whoever manages accounts for the role."));
    }

    /**
     * Begins a change.
     *
     * @param answers what was typed so far, as a JSON object by the form's keys
     */
    @Transactional
    public ChangeId begin(Person author, String title, String answers) {
        return begin(author, title, answers, UUID.randomUUID());
    }

    /**
     * Begins a change, once per form.
     *
     * @param form the number of the blank form; the same one again gives the change that was begun with it
     */
    @Transactional
    public ChangeId begin(Person author, String title, String answers, UUID form) {
        return begin(author, title, answers, form, Change.Course.begun(clock.instant()));
    }

    /** The same for what was done already, which is never let through; once per form, too. */
    @Transactional
    public ChangeId afterTheFact(Person author, String title, String answers, Instant doneAt, UUID form) {
        return begin(author, title, answers, form, Change.Course.afterTheFact(doneAt, clock.instant()));
    }

    private ChangeId begin(Person author, String title, String answers, UUID form, Change.Course course) {
        mayWrite(author).demand();
        long number =
                sql.sql("SELECT nextval('changes.number')").query(Long.class).single();
        ChangeId id = ChangeId.of(number);
        return rows.insert(draft(id, author, title(title), course), form, limited(id, answers));
    }

    /** Keeps what was typed, if nobody kept something else since it was read. */
    @Transactional
    public void keep(ChangeId id, Person author, long version, String title, String answers) {
        int kept = sql.sql("""
                UPDATE changes.change SET draft = :answers::jsonb, title = CASE status WHEN 'DRAFT' THEN :title ELSE title END, version = version + 1
                WHERE id = :id AND version = :version
                  AND status IN ('DRAFT', 'NEEDS_WORK', 'IN_REVIEW', 'SIGN_OFF', 'ESCALATED', 'APPROVED')
                  AND (author = :author OR EXISTS (SELECT FROM changes.duty d
                                                   WHERE d.change_id = id AND d.person_id = :author AND d.duty = 'AUTHOR'))
                """)
                .param("answers", limited(id, answers))
                .param("title", title(title))
                .param("id", id.value())
                .param("author", author.id().value())
                .param("version", version)
                .update();
        if (kept == 0) {
            throw ChangeRows.stale(id);
        }
    }

    /**
     * Remembers what is handed in, so that a later amendment starts from it and the same sent twice is recognised. It
     * belongs to the transaction of that deed: what is refused must not stay.
     *
     * @param version the one that was read; what a co-author kept since is not overwritten
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void handIn(ChangeId id, long version, String answers) {
        int kept = sql.sql("""
                UPDATE changes.change SET draft = :answers::jsonb
                WHERE id = :id AND version = :version
                  AND status IN ('DRAFT', 'NEEDS_WORK', 'IN_REVIEW', 'SIGN_OFF', 'ESCALATED', 'APPROVED')
                """)
                .param("answers", limited(id, answers))
                .param("id", id.value())
                .param("version", version)
                .update();
        if (kept == 0) {
            throw ChangeRows.stale(id);
        }
    }

    /** What was typed so far, as a JSON object by the form's keys. */
    public Optional<String> answers(ChangeId id) {
        return sql.sql("SELECT draft FROM changes.change WHERE id = :id AND draft IS NOT NULL")
                .param("id", id.value())
                .query(String.class)
                .optional();
    }

    private static Change draft(ChangeId id, Person author, String title, Change.Course course) {
        return new Change(
                id,
                1,
                author.id(),
                new Change.Text(title, "", List.of(), Optional.empty()),
                Change.State.of(Status.DRAFT, course.createdAt()),
                Change.Terms.NONE,
                course);
    }

    private static String title(String title) {
        String seen = PlainText.line(title);
        return seen.isEmpty() ? UNTITLED : Excerpt.start(seen, 200);
    }

    private static String limited(ChangeId id, String answers) {
        if (answers.length() > LONGEST) {
            throw Refusal.invalid("changes.too-long")
                    .cannot("save draft %s", id)
                    .because("it is longer than %,d characters", LONGEST)
                    .instead("Shorten it, or link to a document that holds the details.");
        }
        return answers;
    }
}
