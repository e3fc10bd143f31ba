package dev.countersign.spelling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "storefront/order-capture",
                "Storefront/Order-Capture",
                " storefront/order-capture.git ",
                "https://forge.example/storefront/order-capture",
                "https://me:secret@forge.example:8443/storefront/order-capture.git/",
                "git@forge.example:storefront/order-capture.git",
                "ssh://git@forge.example:22/storefront/order-capture",
                "storefront/order\u200B-capture\u00A0"
            })
    void readsEverySpellingOfARepositoryAsOne(String typed) {
        assertThat(RepositoryName.of(typed)).contains(new RepositoryName("storefront/order-capture"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "storefront",
                "a/b c/d",
                "a\u00A0b/c",
                "/a/b",
                "a//b",
                "a/../b",
                "a/b?c=d",
                "\u0430da/b",
                "https://forge.example/"
            })
    void refusesWhatIsNoRepository(String typed) {
        assertThat(RepositoryName.of(typed)).isEmpty();
    }

    @Test
    void readsKeysInAnyCaseAndWithSpaces() {
        assertThat(CatalogueKey.of(" Order Capture_API\u00A0")).contains(new CatalogueKey("order-capture-api"));
        assertThat(CatalogueKey.of("order--capture")).isEmpty();
        assertThat(CatalogueKey.orTyped("Ключ")).isEqualTo("Ключ");
    }

    @Test
    void readsSeveralNamesWhateverStandsBetweenThem() {
        assertThat(Several.of("a/b, c/d\u00A0e/f;\r\ng/h|a/b")).containsExactly("a/b", "c/d", "e/f", "g/h");
        assertThat(Several.of(" \u200B ")).isEmpty();
    }

    @Test
    void readsCommitsAndDigestsInAnyCase() {
        assertThat(CommitSha.of("ABCDEF0123456789ABCDEF0123456789ABCDEF01 "))
                .contains(new CommitSha("abcdef0123456789abcdef0123456789abcdef01"));
        assertThat(CommitSha.of("abcdef0")).isEmpty();
        assertThat(ArtifactDigest.of("Shop/basket@SHA256:" + "AB".repeat(32)))
                .contains(new ArtifactDigest("sha256:" + "ab".repeat(32)));
        assertThat(ArtifactDigest.of("ab".repeat(32))).isEmpty();
        assertThat(ArtifactDigest.of("sha256:" + "a".repeat(63))).isEmpty();
        assertThat(ArtifactDigest.of("sha256:" + "a".repeat(65))).isEmpty();
        assertThat(CommitSha.of("a".repeat(39))).isEmpty();
        assertThat(CommitSha.of("a".repeat(63))).isEmpty();
    }
}
