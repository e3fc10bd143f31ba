package dev.countersign.journeys;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** Fills in the form of a change as a careful engineer does: everything in order, but what a test then makes wrong. */
final class ChangeSheet {

    /** Where the visitors live: not where the server is. */
    static final ZoneId ZONE = ZoneId.of("Europe/Madrid");

    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT);
    private static final AtomicInteger COMMITS = new AtomicInteger();

    private final Clock clock;
    private final ZoneId zone;

    ChangeSheet(Clock clock) {
        this(clock, ZONE);
    }

    /** Without script the fields are in UTC. */
    ChangeSheet(Clock clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    /** A commit that no other change names. */
    static String commit() {
        return "%040x".formatted(0xc0ffee00L + COMMITS.incrementAndGet());
    }

    void fill(Visitor author, String title, String commit) {
        what(author, title, commit);
        how(author);
        back(author);
    }

    private void what(Visitor author, String title, String commit) {
        author.fill("title", title)
                .fill("systems-more", "Checkout API (tier 1)")
                .press("Add to Systems")
                .find("input[name=systems][value=checkout-api]:checked")
                .waitFor();
        author.select("kind", "configuration")
                .select("environment", "production")
                .fill("repository", "storefront/checkout")
                .fill("commits", commit);
    }

    private void how(Visitor author) {
        author.fill("why", "Orders time out when the payment provider is slow, and customers pay twice.")
                .fill("links", "Build 42 https://ci.example/42\nOPS-42")
                .fill("steps-0-action", "Raise the timeout of the payment call to four seconds")
                .fill("steps-0-validation", "Error rate of checkout stays below 0.1 % for ten minutes")
                .fill("steps-0-undo", "Set the timeout back to two seconds")
                .choose("One zone");
    }

    private void back(Visitor author) {
        author.fill("rollbackHow", "Deploy the previous configuration")
                .fill("rollbackMinutes", "4")
                .fill("rollbackRehearsedOn", today().minusDays(20).toString())
                .fill("alarms", "checkout-error-rate")
                .fill("bakeMinutes", "60")
                .fill("windowStart", local(windowStart()))
                .fill("windowEnd", local(windowStart().plus(Duration.ofHours(7))));
    }

    /** The same by the keyboard alone, up to the button that submits it. */
    void type(Visitor author, String title) {
        var keys = new Keys(author);
        keys.type("#f-title", title)
                .type("#f-systems-more", "Cart API (tier 1)")
                .to("button[name=_add][value=systems]")
                .press("Enter");
        author.find("input[name=systems][value=cart-api]:checked").waitFor();
        keys.type("#f-kind", "Conf")
                .type("#f-repository", "storefront/cart")
                .type("#f-commits", commit())
                .type("#f-why", "Nobody should need a mouse to change a cart.")
                .type("#f-steps-0-action", "Restart it")
                .type("#f-steps-0-validation", "It answers")
                .to("input[name=blastRadius]");
        author.whileRedrawn("/changes/new", () -> keys.press("Space"));
        typeTheWayBack(keys);
    }

    private void typeTheWayBack(Keys keys) {
        keys.type("#f-rollbackHow", "Restart the old one").type("#f-rollbackMinutes", "4");
        keys.date(
                "#f-rollbackRehearsedOn",
                clock.instant().minus(Duration.ofDays(20)).atZone(zone));
        keys.type("#f-alarms", "cart-errors").type("#f-bakeMinutes", "60");
        keys.moment("#f-windowStart", windowStart().atZone(zone));
        keys.moment("#f-windowEnd", windowStart().plus(Duration.ofHours(7)).atZone(zone));
        keys.enter("Submit for review");
    }

    private Instant windowStart() {
        return clock.instant().plus(Duration.ofHours(2));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    private String local(Instant at) {
        return TYPED.format(at.atZone(zone));
    }

    static String typed(Instant at) {
        return TYPED.format(at.atZone(ZONE));
    }
}
