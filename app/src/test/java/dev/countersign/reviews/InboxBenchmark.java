package dev.countersign.reviews;

import static dev.countersign.Personas.ADA;
import static dev.countersign.Personas.CHLOE;
import static dev.countersign.Personas.ELENA;
import static dev.countersign.Personas.GRACE;
import static dev.countersign.identity.SignIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.Cast;
import dev.countersign.PlainPage;
import dev.countersign.changes.ChangeId;
import dev.countersign.identity.Person;
import dev.countersign.local.OnRealStack;
import dev.countersign.local.RealStack;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/**
 * What the inbox costs while three thousand decisions wait: `mvn verify -Pbenchmark`. It prints, it asserts no times. Every
 * system is changed, a third of all is claimed, and two thousand people wrote it.
 */
@OnRealStack
class InboxBenchmark {

    private static final int OPEN = 3_000;
    private static final int LOOKS = Integer.getInteger("countersign.looks", 200);
    private static final int WARM_UP = Math.min(LOOKS, 30);
    private static final PrintStream OUT = System.out;

    private static final List<String> ADDRESSES = List.of(
            "/reviews",
            "/reviews?sort=window",
            "/reviews?sort=waiting",
            "/reviews?sort=due",
            "/reviews?sort=tier",
            "/reviews?tier=1",
            "/reviews?state=unclaimed&sort=tier",
            "/reviews?state=others",
            "/reviews?overdue=true&sort=due",
            "/reviews?department=checkout",
            "/reviews?who=colleague-7",
            "/reviews?system=cart-worker",
            "/reviews?text=baskets",
            "/reviews?text=queue+baskets+peak+colleague&sort=window",
            "/reviews?text=nowhere");

    @Autowired
    private BeanFactory beans;

    @Autowired
    private MockMvcTester pages;

    @Test
    void looksAtThreeThousandInEveryOrderAndByEveryFilter() throws SQLException {
        Cast cast = Cast.in(beans);
        fill(cast.inReview(ADA, cast.document()));
        OUT.printf(
                Locale.ROOT,
                "%,d open decisions, %d looks each, on %d processors that PostgreSQL shares: median, p99 in ms%n",
                OPEN,
                LOOKS,
                Runtime.getRuntime().availableProcessors());
        ADDRESSES.forEach(address -> measure(address, CHLOE));
        for (Person leader : List.of(ELENA, GRACE)) {
            measure("/reviews", leader);
            measure("/reviews?overdue=true&sort=due", leader);
            measure("/desk", leader);
        }
    }

    private void measure(String address, Person reader) {
        IntStream.range(0, WARM_UP).forEach(time -> millis(address, reader));
        double[] millis = IntStream.range(0, LOOKS)
                .mapToDouble(time -> millis(address, reader))
                .sorted()
                .toArray();
        OUT.printf(
                Locale.ROOT,
                "%-56s %-8s %8.1f %8.1f%n",
                address,
                reader.id(),
                millis[LOOKS / 2],
                millis[Math.max(0, LOOKS * 99 / 100 - 1)]);
    }

    private double millis(String address, Person reader) {
        long start = System.nanoTime();
        PlainPage page = PlainPage.of(pages, address, as(reader));
        double millis = (System.nanoTime() - start) / 1e6;
        assertThat(page.status()).as(address).isEqualTo(200);
        return millis;
    }

    /** Straight into the tables: three thousand reviews are not at hand. */
    private static void fill(ChangeId model) throws SQLException {
        try (var owner = RealStack.shared().asOwner();
                var sql = owner.createStatement()) {
            for (String statement : List.of(
                    """
                    INSERT INTO identity.person (id, name, email, roles, seen_at)
                    SELECT 'colleague-' || n, 'Colleague ' || n, 'colleague-' || n || '@countersign.example', '{ENGINEER,REVIEWER}', now()
                    FROM generate_series(1, 2000) n ON CONFLICT DO NOTHING
                    """,
                    """
                    CREATE TEMP TABLE queued AS
                    SELECT n, 'CHG-6' || lpad(n::text, 8, '0') AS id, 'colleague-' || (n % 2000 + 1) AS author, s.key AS system, s.department,
                           now() - make_interval(mins => n) AS at
                    FROM generate_series(1, @open) n
                    JOIN (SELECT key, department, row_number() OVER (ORDER BY key) - 1 AS place, count(*) OVER () AS places
                          FROM registry.system) s ON s.place = n % s.places
                    """,
                    """
                    INSERT INTO changes.change (id, status, version, author, title, department, systems, revision, policy_version, requirements,
                                                created_at, submitted_at, status_since, opens_at)
                    SELECT q.id, 'IN_REVIEW', 2, q.author, 'Change number ' || q.n || ' in the queue', q.department, ARRAY[q.system], 1,
                           m.policy_version, m.requirements, q.at, q.at, q.at, q.at + interval '2 days'
                    FROM queued q JOIN changes.change m ON m.id = '@model'
                    """,
                    """
                    INSERT INTO changes.revision (change_id, number, document, hash, author, at)
                    SELECT q.id, 1, r.document || jsonb_build_object('title', 'Change number ' || q.n || ' in the queue',
                             'why', 'At peak, baskets wait. ' || (SELECT string_agg(md5((q.n * 100 + w)::text), ' ') FROM generate_series(1, 60) w)),
                           r.hash, q.author, q.at
                    FROM queued q JOIN changes.revision r ON r.change_id = '@model' AND r.number = 1
                    """,
                    "INSERT INTO changes.duty (change_id, person_id, duty, since) SELECT id, author, 'AUTHOR', at FROM queued",
                    """
                    INSERT INTO engine.user_task (subject, process, run, job_key, element, item, candidate_groups, opened_at, state)
                    SELECT id, 'production-change', 1, 0, 'review-change', '1', '{reviewer}', at, 'OPEN' FROM queued
                    """,
                    """
                    INSERT INTO reviews.claim (task_id, change_id, person_id, at)
                    SELECT t.id, q.id, 'colleague-' || ((q.n + 1000) % 2000 + 1), q.at
                    FROM queued q JOIN engine.user_task t ON t.subject = q.id WHERE q.n % 3 = 0
                    """,
                    "DROP TABLE queued",
                    "VACUUM (ANALYZE)")) {
                sql.execute(statement.replace("@open", "" + OPEN).replace("@model", model.value()));
            }
        }
    }
}
