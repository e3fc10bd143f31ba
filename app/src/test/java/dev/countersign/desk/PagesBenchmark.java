package dev.countersign.desk;

import static dev.countersign.identity.SignIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.Cast;
import dev.countersign.Personas;
import dev.countersign.PlainPage;
import dev.countersign.changes.ChangeId;
import dev.countersign.identity.Person;
import dev.countersign.local.OnRealStack;
import dev.countersign.local.RealStack;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/**
 * What each page costs beside a hundred closed changes of a month and beside a hundred thousand of a year with a million
 * journal entries: `mvn verify -Pbenchmark`. It prints, it asserts no times.
 */
@OnRealStack
class PagesBenchmark {

    private static final int FEW = 100;
    private static final int MANY = Integer.getInteger("countersign.closed", 100_000);
    private static final int WARM_UP = 20;
    private static final int LOOKS = 21;
    private static final int WAITING = 30;
    private static final PrintStream OUT = System.out;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private MockMvcTester pages;

    private record Look(String address, Person reader, String who) {}

    @Test
    void comparesAHundredClosedChangesWithManyMore() throws SQLException {
        RealStack stack = RealStack.shared();
        Cast cast = Cast.in(beans);
        ChangeId template = cast.approved();
        List<ChangeId> waiting = IntStream.range(0, WAITING)
                .mapToObj(number -> cast.inReview(Personas.ADA, cast.document()))
                .toList();
        List<Look> looks = looks(waiting.getFirst());
        Archive.fill(stack, template, 1, FEW, Period.ofMonths(1));
        looks.forEach(look -> median(look, WARM_UP));
        List<Double> before = medians(looks);
        OUT.printf(Locale.ROOT, "Looked at %d pages; filling the archive%n", looks.size());
        Archive.fill(stack, template, FEW + 1, MANY, Period.ofYears(1));
        looks.forEach(look -> median(look, 3));
        List<Double> after = medians(looks);
        OUT.printf(
                Locale.ROOT,
                "Median of %d looks in ms, on %d processors that PostgreSQL shares: %,d closed changes, %,d, and how"
                        + " many times as long%n",
                LOOKS,
                Runtime.getRuntime().availableProcessors(),
                FEW,
                MANY);
        for (int row = 0; row < looks.size(); row++) {
            OUT.printf(
                    Locale.ROOT,
                    "%-52s %-10s %8.1f %8.1f %6.2f%n",
                    looks.get(row).address(),
                    looks.get(row).who(),
                    before.get(row),
                    after.get(row),
                    after.get(row) / before.get(row));
        }
    }

    private static List<Look> looks(ChangeId change) {
        List<Look> looks = new ArrayList<>();
        for (Person reader : List.of(Personas.ADA, Personas.CHLOE, Personas.ELENA, Personas.GRACE, Personas.INES)) {
            looks.add(new Look("/desk", reader, reader.id().value()));
        }
        looks.add(new Look("/reviews", Personas.CHLOE, "chloe"));
        looks.add(new Look("/reviews", Personas.BEN, "ben"));
        for (String address : List.of(
                "/changes",
                "/changes?status=closed",
                "/changes?status=in-review",
                "/changes?mine=true",
                "/changes?system=cart-worker",
                "/changes?text=number",
                "/changes?text=nowhere",
                "/changes?text=CHG-800000050",
                "/changes?sort=window",
                "/changes?tier=1",
                "/changes?tier=4",
                "/changes?before=2020-01-01",
                "/changes?text=who:ada+before:2036-01-01+number",
                "/changes/" + change,
                "/changes/CHG-800000050",
                "/changes/new",
                "/find?text=number",
                "/find?text=nowhere",
                "/journal",
                "/journal?actor=ada",
                "/journal?system=cart-worker",
                "/journal?kind=changes.submitted",
                "/journal/verify",
                "/registry",
                "/registry/cart-worker",
                "/policy")) {
            Person reader = address.startsWith("/journal") ? Personas.INES : Personas.ADA;
            looks.add(new Look(address, reader, reader.id().value()));
        }
        return looks;
    }

    private List<Double> medians(List<Look> looks) {
        return looks.stream().map(look -> median(look, LOOKS)).toList();
    }

    private double median(Look look, int times) {
        return IntStream.range(0, times)
                .mapToDouble(time -> millis(look))
                .sorted()
                .skip(times / 2)
                .findFirst()
                .orElseThrow();
    }

    private double millis(Look look) {
        long start = System.nanoTime();
        PlainPage page = PlainPage.of(pages, look.address(), as(look.reader()));
        double millis = (System.nanoTime() - start) / 1e6;
        assertThat(page.status()).as(look.address()).isEqualTo(200);
        return millis;
    }
}
