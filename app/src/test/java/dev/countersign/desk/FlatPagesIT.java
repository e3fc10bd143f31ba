package dev.countersign.desk;

import static dev.countersign.Personas.ADA;
import static dev.countersign.Personas.BEN;
import static dev.countersign.Personas.CHLOE;
import static dev.countersign.Personas.INES;
import static dev.countersign.identity.SignIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.Cast;
import dev.countersign.Questions;
import dev.countersign.changes.ChangePlan;
import dev.countersign.identity.Person;
import dev.countersign.local.OnRealStack;
import dev.countersign.local.RealStack;
import dev.countersign.reviews.Answer;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A page that lists many things asks the database as often as for a few. */
@OnRealStack
class FlatPagesIT {

    private static final Map<String, Person> PAGES = Map.of(
            "/desk", ADA,
            "/changes", BEN,
            "/find?text=queue", BEN,
            "/journal", INES,
            "/registry", BEN);

    @Autowired
    private BeanFactory beans;

    @Autowired
    private MockMvcTester pages;

    @AfterEach
    void withdraw() throws SQLException {
        asOwner("UPDATE changes.change SET status = 'WITHDRAWN' WHERE title = 'In the queue'");
    }

    @Test
    void askNoMoreForThirtyThanForThree() throws SQLException {
        Cast cast = Cast.in(beans);
        var model = cast.inReview(ADA, cast.document());
        cast.decides(CHLOE, model, ChangePlan.REVIEW, Answer.REJECT);
        queue(model.value(), 3);
        PAGES.forEach(this::questions);
        var few = PAGES.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, page -> questions(page.getKey(), page.getValue())));

        queue(model.value(), 30);

        PAGES.forEach((page, reader) -> assertThat(questions(page, reader))
                .as(page)
                .hasSizeLessThanOrEqualTo(few.get(page).size() + 2));
    }

    private List<String> questions(String page, Person reader) {
        return Questions.of(() ->
                assertThat(pages.get().uri(page).with(as(reader)).exchange()).hasStatusOk());
    }

    /** So many of ada's in each of the states in which they wait for somebody else. */
    private void queue(String model, int many) throws SQLException {
        for (String state : List.of("NEEDS_WORK", "IN_REVIEW", "SIGN_OFF", "ESCALATED")) {
            asOwner("""
                    WITH queued AS (SELECT 'CHG-' || lpad(nextval('changes.number')::text, 6, '0') AS id FROM generate_series(1, %2$d)),
                    written AS (
                        INSERT INTO changes.change
                          (id, status, version, author, title, department, systems, revision, policy_version, requirements, created_at, submitted_at, status_since)
                        SELECT q.id, '%3$s', 2, 'ben', 'In the queue', m.department, m.systems, 1, m.policy_version, m.requirements, now(), now(), now()
                        FROM queued q CROSS JOIN (SELECT * FROM changes.change WHERE id = '%1$s') m RETURNING id),
                    texts AS (
                        INSERT INTO changes.revision (change_id, number, document, hash, author, at)
                        SELECT w.id, 1, r.document, r.hash, 'ben', now()
                        FROM written w CROSS JOIN (SELECT * FROM changes.revision WHERE change_id = '%1$s') r)
                    INSERT INTO changes.duty (change_id, person_id, duty, since) SELECT id, 'ada', 'AUTHOR', now() FROM written
                    """.formatted(model, many, state));
        }
    }

    private void asOwner(String statement) throws SQLException {
        try (var owner = RealStack.shared().asOwner();
                var sql = owner.createStatement()) {
            sql.execute(statement);
        }
    }
}
