package dev.countersign.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WantedTests {

    private static final String SHA = Standings.SHA;
    private static final String DIGEST = "sha256:" + "cd".repeat(32);

    @ParameterizedTest
    @ValueSource(strings = {SHA, "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"})
    void readsAFullSha(String sha) {
        assertThat(artifact(sha, null)).contains(sha);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0123456789ABCDEF0123456789ABCDEF01234567",
                "\u00A00123456789abcdef0123456789abcdef01234567\n",
                "0123456789abcdef01234567\u200B89abcdef01234567"
            })
    void readsEverySpellingOfAShaAsOne(String sha) {
        assertThat(artifact(sha, null)).contains(SHA);
    }

    @Test
    void repeatsWhatItCouldRead() {
        Wanted wanted = new Wanted(
                Optional.of("https://forge.example/Storefront/Basket-API.git"),
                Optional.of("main"),
                Optional.empty(),
                Optional.of("Basket API"),
                Optional.of(" Production"));
        assertThat(wanted.asked())
                .isEqualTo(new Asked(
                        Optional.of("storefront/basket-api"),
                        Optional.empty(),
                        Optional.of("basket-api"),
                        Optional.of("production")));
    }

    @Test
    void readsAFullDigest() {
        assertThat(artifact(null, DIGEST)).contains(DIGEST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "main",
                "0123456",
                "0123456789abcdef0123456789abcdef0123456",
                "sha256:0123456789abcdef0123456789abcdef01234567"
            })
    void doesNotGuessAtAnythingElse(String sha) {
        assertThat(artifact(sha, null)).isEmpty();
        assertThat(artifact(null, sha)).isEmpty();
    }

    @Test
    void wantsExactlyOneOfThem() {
        assertThat(artifact(SHA, DIGEST)).isEmpty();
        assertThat(artifact(null, null)).isEmpty();
    }

    private static Optional<String> artifact(String sha, String digest) {
        return new Wanted(
                        Optional.empty(),
                        Optional.ofNullable(sha),
                        Optional.ofNullable(digest),
                        Optional.empty(),
                        Optional.empty())
                .artifact();
    }
}
