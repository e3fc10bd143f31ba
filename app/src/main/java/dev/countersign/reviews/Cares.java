package dev.countersign.reviews;

import dev.countersign.changes.ChangeDocument.Kind;
import dev.countersign.changes.ChangeId;
import dev.countersign.identity.PersonId;
import dev.countersign.reviews.Care.Affirmation;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The checklists of the house, and how each verdict was reached. */
@Component
public class Cares {

    private static final TypeReference<List<Affirmation>> AFFIRMATIONS = new TypeReference<>() {};

    private final JdbcClient sql;
    private final JsonMapper json;

    Cares(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** What reviewers of such a change are asked, in order. */
    public List<String> checklist(Kind kind) {
        return sql.sql("SELECT question FROM reviews.checklist WHERE kind = :kind ORDER BY position")
                .param("kind", kind.name())
                .query((row, number) -> row.getString("question"))
                .list();
    }

    /** How somebody reached their verdict on a revision; verdicts from before it was written down have none. */
    public Optional<Care> of(ChangeId change, int revision, PersonId person) {
        return sql.sql("""
                SELECT pre_mortem, checklist, unopened, seconds, independent FROM reviews.care
                WHERE change_id = :change AND revision = :revision AND person_id = :person
                """)
                .param("change", change.value())
                .param("revision", revision)
                .param("person", person.value())
                .query(this::care)
                .optional();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void write(Verdict verdict, Care care) {
        sql.sql("""
                INSERT INTO reviews.care (change_id, revision, person_id, pre_mortem, checklist, unopened, seconds, independent)
                VALUES (:change, :revision, :person, :preMortem, :checklist::jsonb, :unopened, :seconds, :independent)
                """)
                .param("change", verdict.change().value())
                .param("revision", verdict.revision())
                .param("person", verdict.person().value())
                .param("preMortem", care.preMortem())
                .param("checklist", json.writeValueAsString(care.checklist()))
                .param(
                        "unopened",
                        care.unopened()
                                .map(titles -> titles.toArray(String[]::new))
                                .orElse(null))
                .param("seconds", care.reading().map(Duration::toSeconds).orElse(null))
                .param("independent", care.independent())
                .update();
    }

    private Care care(ResultSet row, int ignored) throws SQLException {
        Array unopened = row.getArray("unopened");
        long seconds = row.getLong("seconds");
        Optional<Duration> reading = row.wasNull() ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds));
        return new Care(
                row.getString("pre_mortem"),
                json.readValue(row.getString("checklist"), AFFIRMATIONS),
                unopened == null ? Optional.empty() : Optional.of(List.of((String[]) unopened.getArray())),
                reading,
                row.getBoolean("independent"));
    }
}
