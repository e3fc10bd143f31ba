package dev.countersign.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SpelledTests {

    private static final String DIGEST = "sha256:" + "ab".repeat(32);

    private final Documents documents = new Documents(JsonMapper.builder().build());
    private final SampleDocument sample = SampleDocument.writtenAt(Instant.parse("2026-11-23T10:00:00Z"));
    private final ChangeDocument old = sample.with("repository", "Storefront/Cart-Worker.git")
            .with("commits", List.of(SampleDocument.SHA.toUpperCase(Locale.ROOT)))
            .with("digest", "Cart@" + DIGEST)
            .document();
    private final ChangeDocument now = sample.with("digest", DIGEST).document();

    @Test
    void keepsANewTextInOneForm() {
        assertThat(old.spelled()).isEqualTo(now);
        assertThat(now.spelled()).isEqualTo(now);
    }

    /** Else a new title would void what was decided, only because the form writes the repository in small letters. */
    @Test
    void takesNoNameForEditedThatMeansTheSame() {
        assertThat(now.spelledLike(old)).isEqualTo(old);
        assertThat(documents.material(now.spelledLike(old))).isEqualTo(documents.material(old));
        ChangeDocument other = sample.with("repository", "storefront/other").document();
        assertThat(documents.differences(old, other.spelledLike(old)))
                .containsExactly(DocumentField.REPOSITORY, DocumentField.DIGEST);
    }

    @Test
    void namesWhatItNamesInAnySpelling() {
        assertThat(old.names("storefront/cart-worker", SampleDocument.SHA)).isTrue();
        assertThat(old.names("storefront/cart-worker", DIGEST)).isTrue();
        assertThat(old.names("storefront/other", DIGEST)).isFalse();
    }
}
