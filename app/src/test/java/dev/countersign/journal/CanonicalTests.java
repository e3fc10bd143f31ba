package dev.countersign.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.countersign.identity.Assertion;
import dev.countersign.identity.Base64Url;
import dev.countersign.identity.PersonId;
import dev.countersign.identity.Signature;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalTests {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00.5Z");

    @Test
    void writesKeysSortedAndTimeInMicroseconds() {
        assertThat(form(3, NOON, Happened.to("change/CHG-000001"))).isEqualTo("""
                {"actor":"ada","at":"2026-11-23T12:00:00.500000Z","data":{"actor":"ada","kind":"changes.submitted",\
                "note":"first","number":7,"stream":"change/CHG-000001","summary":"submitted revision 1",\
                "systems":["cart","checkout"]},"kind":"changes.submitted","seq":3,"stream":"change/CHG-000001",\
                "summary":"submitted revision 1","systems":["cart","checkout"]}""");
    }

    @Test
    void hashesAnEntryTheWayAnyoneCanWithSha256sum() {
        String canonical = form(1, NOON, Happened.to("change/CHG-000001"));
        assertThat(Hash.BEGINNING.then(canonical).hex())
                .isEqualTo("9221991a0316986404ede8184cac69f81deeec1228a0ff290bd886efccb0f339");
    }

    @Test
    void keepsEveryDigitOfAnEngineKey() {
        assertThat(form(1, NOON, Happened.to("change/CHG-000001").number(Long.MAX_VALUE)))
                .contains("\"number\":\"9223372036854775807\"");
    }

    /** JSON's numbers are exact up to 2^53 - 1 either way; beyond that they are written as text. */
    @ParameterizedTest
    @CsvSource({
        "9007199254740991, 9007199254740991",
        "9007199254740992, \"9007199254740992\"",
        "-9007199254740991, -9007199254740991",
        "-9007199254740993, \"-9007199254740993\""
    })
    void writesNumbersThatAreNotExactAsText(long number, String written) {
        assertThat(form(1, NOON, Happened.to("change/CHG-000001").number(number)))
                .contains("\"number\":" + written + ",");
    }

    /** What somebody signed is part of what is hashed, so that nobody takes the signature away. */
    @Test
    void hashesTheSignatureThatCameWithADecision() {
        Base64Url bytes = Base64Url.of(new byte[] {1, 2, 3});
        Signature signature = new Signature(
                new UUID(1, 2),
                new PersonId("elena"),
                "sign-off",
                new UUID(3, 4),
                "Elena's key",
                bytes,
                new Assertion(bytes, bytes, bytes, bytes),
                5,
                NOON);
        Recorded event = Happened.to("change/CHG-000001");
        String canonical = Canonical.form(1, NOON, event, event.summary(), Optional.of(signature));
        assertThat(canonical).contains("\"signature\":{\"id\":\"00000000-0000-0001-0000-000000000002\"");
        assertThat(Canonical.signature(canonical)).contains(SignedWith.of(signature));
        assertThat(Canonical.signature(form(1, NOON, event))).isEmpty();
    }

    @Test
    void keepsWhatPeopleWroteInAnyScript() {
        String note = "naïve “quote” \\ / \u0001 \u2028 ж 取消 🚀";
        assertThat(form(1, NOON, Happened.to("change/CHG-000001").note(note)))
                .contains("\"note\":\"naïve “quote” \\\\ / \\u0001 \u2028 ж 取消 🚀\"");
    }

    @Test
    void refusesAnEventThatIsNotARecord() {
        Recorded loose = new Recorded() {
            @Override
            public String stream() {
                return "change/CHG-000001";
            }

            @Override
            public String kind() {
                return "changes.submitted";
            }

            @Override
            public String actor() {
                return "ada";
            }

            @Override
            public List<String> systems() {
                return List.of();
            }

            @Override
            public String summary() {
                return "submitted";
            }
        };
        assertThatIllegalArgumentException()
                .isThrownBy(() -> form(1, NOON, loose))
                .withMessageContaining("is not a Java record");
    }

    private static String form(long seq, Instant at, Recorded event) {
        return Canonical.form(seq, at, event, event.summary(), Optional.empty());
    }
}
