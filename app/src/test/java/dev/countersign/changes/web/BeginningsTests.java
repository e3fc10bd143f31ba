package dev.countersign.changes.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.changes.SampleDocument;
import dev.countersign.forms.Answers;
import dev.countersign.forms.FormSchema;
import dev.countersign.forms.Forms;
import dev.countersign.forms.Offers;
import dev.countersign.forms.Option;
import dev.countersign.identity.PersonId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A copy says what the earlier change said, but for what is of that one alone. */
class BeginningsTests {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final FormSchema SCHEMA = new Forms(Clock.fixed(NOW, ZoneOffset.UTC)).get(ChangeRequest.FORM);
    private static final Offers OFFERS =
            Offers.of("registeredSystems", systems("cart-worker")).and("people", systems("ada", "ben", "dmitri"));

    @Test
    void keepsThePlanAndTheWayBack() {
        Answers copy = copied("ada", "ada");

        assertThat(copy.chosen("systems")).containsExactly("cart-worker");
        assertThat(copy.text("repository")).isEqualTo("storefront/cart-worker");
        assertThat(copy.text("why")).isEqualTo("Baskets time out under load.");
        assertThat(copy.rows("steps").getFirst().text("undo")).isEqualTo("Redeploy");
        assertThat(copy.text("rollbackHow")).isEqualTo("Deploy the previous image.");
        assertThat(copy.amount("bakeMinutes")).isPresent();
    }

    @Test
    void leavesOutWhatWouldReleaseTheSameThingAtTheSameTimeAgain() {
        assertThat(copied("ada", "ada").byKey())
                .doesNotContainKeys("title", "commits", "digest", "windowStart", "windowEnd");
    }

    @Test
    void countsWhoWroteTheTextAsAnAuthorOfTheCopy() {
        assertThat(copied("ben", "ada").chosen("coAuthors")).containsExactly("dmitri", "ben");
        assertThat(copied("ada", "ada").chosen("coAuthors")).containsExactly("dmitri");
        assertThat(copied("ben", "dmitri").chosen("coAuthors")).containsExactly("ben");
    }

    @Test
    void leavesOutWhatNobodyCanChooseAnyMore() {
        Answers copy = Beginnings.copied(
                source(),
                Stream.of(new PersonId("gone")),
                new PersonId("ada"),
                OFFERS.and("registeredSystems", List.of()));

        assertThat(copy.byKey()).doesNotContainKey("systems");
        assertThat(copy.chosen("coAuthors")).containsExactly("dmitri");
    }

    private static Answers copied(String wrote, String copies) {
        return Beginnings.copied(source(), Stream.of(new PersonId(wrote)), new PersonId(copies), OFFERS);
    }

    private static Answers source() {
        return SCHEMA.fromJson(SampleDocument.writtenAt(NOW)
                .with("coAuthors", List.of("dmitri"))
                .document()
                .answers(JsonMapper.shared()));
    }

    private static List<Option> systems(String... values) {
        return List.of(values).stream().map(value -> new Option(value, value)).toList();
    }
}
