package dev.countersign.changes;

import dev.countersign.identity.PersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Every text that a change ever had, what of it is material, and the commits and digests each of them names. */
@Component
public class Revisions {

    /** One without a row in `changes.material` was written before there was any, and keeps nothing. */
    private static final String SELECT = """
            SELECT r.change_id AS change_id, r.number AS number, r.document AS document, r.hash AS hash, r.author AS author, r.at AS at,
                   coalesce(m.since, r.number) AS since, m.edited_in AS edited_in
            FROM changes.revision r LEFT JOIN changes.material m ON m.change_id = r.change_id AND m.revision = r.number
            """;

    private static final String OF_CHANGE = SELECT + " WHERE r.change_id = :change";

    private final JdbcClient sql;
    private final Documents documents;
    private final Duties duties;

    Revisions(JdbcClient sql, Documents documents, Duties duties) {
        this.sql = sql;
        this.documents = documents;
        this.duties = duties;
    }

    /** Oldest first. */
    public List<Revision> of(ChangeId change) {
        return sql.sql(OF_CHANGE + " ORDER BY r.number")
                .param("change", change.value())
                .query((row, number) -> documents.revision(change, row, ""))
                .list();
    }

    /** The same for many changes at once. */
    public Map<ChangeId, List<Revision>> of(Collection<ChangeId> changes) {
        return sql
                .sql(SELECT + " WHERE r.change_id = ANY(:changes) ORDER BY r.number")
                .param("changes", changes.stream().map(ChangeId::value).toArray(String[]::new))
                .query((row, number) -> documents.revision(new ChangeId(row.getString("change_id")), row, ""))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Revision::change));
    }

    public Optional<Revision> find(ChangeId change, int revision) {
        return sql.sql(OF_CHANGE + " AND r.number = :number")
                .param("change", change.value())
                .param("number", revision)
                .query((row, number) -> documents.revision(change, row, ""))
                .optional();
    }

    /** The fields in which two revisions differ, in the order of the form. */
    public List<DocumentField> differences(Revision before, Revision after) {
        return differences(before, after.document());
    }

    public List<DocumentField> differences(Revision before, ChangeDocument after) {
        return documents.differences(before.document(), after);
    }

    /** The fields in which a text says something else than a revision that people decided on. */
    public List<DocumentField> apart(Revision read, ChangeDocument now) {
        return documents.apart(read.document(), now);
    }

    /** The same of every revision whose decisions count for this one, so that many small edits do not add up. */
    List<DocumentField> apartFromAll(Revision before, ChangeDocument next) {
        return counting(before).stream()
                .flatMap(read -> apart(read, next).stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** What an approval of it stands for: SHA-256 over the RFC 8785 bytes of its material fields, in hex. */
    public String material(Revision revision) {
        return documents.material(revision.document());
    }

    /** Whether what is material in a text is the same as in a revision, by the fields that are material now and then. */
    boolean hasTheSameMaterial(Revision before, ChangeDocument next) {
        String material = documents.material(next);
        return material.equals(material(before))
                && remembered(before).filter(was -> !was.equals(material)).isEmpty();
    }

    private Optional<String> remembered(Revision revision) {
        return sql.sql("SELECT hash FROM changes.material WHERE change_id = :change AND revision = :number")
                .param("change", revision.change().value())
                .param("number", revision.number())
                .query((row, number) -> HexFormat.of().formatHex(row.getBytes("hash")))
                .optional();
    }

    /**
     * The revisions whose decisions count for this one: itself, and those before it that differ from it in their
     * wording only and are still like it, if no other text came between. Both are found out anew from the texts.
     */
    public List<Revision> counting(Revision revision) {
        return revision.isReworded() ? counting(revision, of(revision.change())) : List.of(revision);
    }

    /** The same among the texts of its change, if they are known already. */
    public List<Revision> counting(Revision revision, List<Revision> texts) {
        if (!revision.isReworded()) {
            return List.of(revision);
        }
        String material = material(revision);
        return texts.stream()
                .filter(earlier -> earlier.number() >= revision.since() && earlier.number() <= revision.number())
                .filter(earlier -> material(earlier).equals(material))
                .filter(earlier -> apart(earlier, revision.document()).isEmpty())
                .toList();
    }

    /** Adds a text that nobody has decided on. */
    @Transactional(propagation = Propagation.MANDATORY)
    Revision write(Change change, ChangeDocument document, PersonId by, Optional<Status> editedIn, Instant now) {
        int number = 1 + change.current().map(Revision::number).orElse(0);
        ChangeDocument kept = document.spelled();
        return write(new Revision(change.id(), number, kept, documents.hash(kept), number, editedIn, by, now));
    }

    /** Adds a text that says the same in other words; the database refuses it if something material differs. */
    @Transactional(propagation = Propagation.MANDATORY)
    Revision reword(Change change, ChangeDocument document, PersonId by, Instant now) {
        Revision before = change.revision();
        remember(before);
        return write(new Revision(
                change.id(),
                before.number() + 1,
                document,
                documents.hash(document),
                before.since(),
                Optional.of(change.status()),
                by,
                now));
    }

    /** Writes down what of a revision is material, unless that was done already. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void remember(Revision revision) {
        sql.sql("""
                INSERT INTO changes.material (change_id, revision, hash, fields, since, edited_in)
                VALUES (:change, :number, :hash, :fields, :since, :editedIn)
                ON CONFLICT (change_id, revision) DO NOTHING
                """)
                .param("change", revision.change().value())
                .param("number", revision.number())
                .param("hash", HexFormat.of().parseHex(material(revision)))
                .param("fields", DocumentField.keys(DocumentField.material()).toArray(String[]::new))
                .param("since", revision.since())
                .param("editedIn", revision.editedIn().map(Status::name).orElse(null))
                .update();
    }

    private Revision write(Revision revision) {
        duties.take(revision.change(), revision.by(), Duty.AUTHOR);
        revision.document().coAuthors().forEach(coAuthor -> duties.take(revision.change(), coAuthor, Duty.AUTHOR));
        Optional.ofNullable(revision.document().operator())
                .ifPresent(operator -> duties.take(revision.change(), operator, Duty.AUTHOR));
        sql.sql("""
                INSERT INTO changes.revision (change_id, number, document, hash, author, at)
                VALUES (:change, :number, :document::jsonb, :hash, :author, :now)
                """)
                .param("change", revision.change().value())
                .param("number", revision.number())
                .param("document", documents.write(revision.document()))
                .param("hash", HexFormat.of().parseHex(revision.hash()))
                .param("author", revision.by().value())
                .param("now", ChangeRows.at(revision.at()))
                .update();
        remember(revision);
        artifacts(revision.document()).forEach(artifact -> name(revision, artifact));
        duties.takeByCommits(revision.change());
        return revision;
    }

    private void name(Revision revision, String artifact) {
        sql.sql("""
                INSERT INTO changes.target (change_id, revision, repository, artifact, environment)
                VALUES (:change, :revision, :repository, :artifact, :environment)
                """)
                .param("change", revision.change().value())
                .param("revision", revision.number())
                .param("repository", revision.document().spelledRepository())
                .param("artifact", artifact)
                .param("environment", revision.document().environment().name().toLowerCase(Locale.ROOT))
                .update();
    }

    private static List<String> artifacts(ChangeDocument document) {
        return Stream.concat(document.commits().stream(), Stream.of(document.digest()))
                .filter(artifact -> !artifact.isBlank())
                .distinct()
                .toList();
    }
}
