package dev.countersign.changes;

import dev.countersign.identity.PersonId;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Every text that a change ever had, and the commits and digests each of them names. */
@Component
public class Revisions {

    private static final String SELECT =
            "SELECT number AS number, document AS document, hash AS hash, author AS author, at AS at FROM changes.revision";

    private final JdbcClient sql;
    private final Documents documents;
    private final ChangeRows rows;

    Revisions(JdbcClient sql, Documents documents, ChangeRows rows) {
        this.sql = sql;
        this.documents = documents;
        this.rows = rows;
    }

    /** Oldest first. */
    public List<Revision> of(ChangeId change) {
        return sql.sql(SELECT + " WHERE change_id = :change ORDER BY number")
                .param("change", change.value())
                .query((row, number) -> rows.revision(change, row, "").orElseThrow())
                .list();
    }

    public Optional<Revision> find(ChangeId change, int revision) {
        return sql.sql(SELECT + " WHERE change_id = :change AND number = :number")
                .param("change", change.value())
                .param("number", revision)
                .query((row, number) -> rows.revision(change, row, "").orElseThrow())
                .optional();
    }

    /** The keys of the form's fields in which two revisions differ. */
    public List<String> differences(Revision before, Revision after) {
        return documents.differences(before.document(), after.document());
    }

    @Transactional(propagation = Propagation.MANDATORY)
    Revision write(ChangeId change, int number, ChangeDocument document, PersonId by, Instant now) {
        Revision revision = new Revision(change, number, document, documents.hash(document), by, now);
        sql.sql("""
                INSERT INTO changes.revision (change_id, number, document, hash, author, at)
                VALUES (:change, :number, :document::jsonb, :hash, :author, :now)
                """)
                .param("change", change.value())
                .param("number", number)
                .param("document", documents.write(document))
                .param("hash", HexFormat.of().parseHex(revision.hash()))
                .param("author", by.value())
                .param("now", ChangeRows.at(now))
                .update();
        artifacts(document).forEach(artifact -> name(revision, artifact));
        return revision;
    }

    private void name(Revision revision, String artifact) {
        sql.sql("""
                INSERT INTO changes.target (change_id, revision, repository, artifact, environment)
                VALUES (:change, :revision, :repository, :artifact, :environment)
                """)
                .param("change", revision.change().value())
                .param("revision", revision.number())
                .param("repository", revision.document().repository())
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
