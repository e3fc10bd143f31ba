package dev.countersign.changes.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.countersign.changes.ChangeDocument;
import dev.countersign.changes.SampleDocument;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeLinksTests {

    private static final String SHA = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";

    @ParameterizedTest
    @CsvSource({
        "GITHUB, https://github.com, https://github.com/storefront/cart/commit/",
        "GITLAB, https://gitlab.example/, https://gitlab.example/storefront/cart/-/commit/",
        "GITEA, https://git.example/code, https://git.example/code/storefront/cart/commit/",
        "BITBUCKET, https://bitbucket.org, https://bitbucket.org/storefront/cart/commits/"
    })
    void leadsToTheCommitAsTheForgeShowsIt(Forge forge, URI address, String begins) {
        assertThat(new CodeLinks(forge, Optional.of(address), Map.of()).commit(of("storefront/cart"), SHA))
                .contains(begins + SHA);
    }

    @Test
    void leadsFromAFolderToItsRepository() {
        assertThat(at("https://github.com").repository(of("storefront/mono//cart")))
                .contains("https://github.com/storefront/mono");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "javascript:alert(1)", "../../etc", "storefront", "a b/c"})
    void leadsNowhereFromWhatIsNoRepository(String typed) {
        assertThat(at("https://github.com").repository(of(typed))).isEmpty();
        assertThat(at("https://github.com").commit(of(typed), SHA)).isEmpty();
    }

    @Test
    void leadsNowhereWithoutAnAddress() {
        assertThat(new CodeLinks(Forge.GITHUB, Optional.empty(), Map.of()).repository(of("storefront/cart")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "github.com", "ftp://github.com", "https:///x"})
    void refusesAnAddressThatIsNone(String address) {
        assertThatIllegalArgumentException().isThrownBy(() -> at(address)).withMessageContaining("but");
    }

    private static CodeLinks at(String address) {
        return new CodeLinks(Forge.GITHUB, Optional.of(URI.create(address)), Map.of());
    }

    private static ChangeDocument of(String repository) {
        return SampleDocument.writtenAt(Instant.EPOCH)
                .with("repository", repository)
                .document();
    }
}
