package dev.countersign.changes.web;

import dev.countersign.changes.ChangeDocument;
import dev.countersign.spelling.CommitSha;
import dev.countersign.spelling.RepositoryName;
import java.net.URI;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Leads from a change to its code, as `countersign.changes.links` says where that is. Only what is spelled as a
 * repository or a commit becomes a link, and all of them begin with that address.
 *
 * @param forge which product it is
 * @param address where it answers, such as `https://github.com`; without one nothing becomes a link
 */
@ConfigurationProperties("countersign.changes.links")
record CodeLinks(@DefaultValue("github") Forge forge, Optional<URI> address) {

    CodeLinks {
        address.ifPresent(CodeLinks::demandAddress);
    }

    private static void demandAddress(URI address) {
        if (!"https".equals(address.getScheme()) && !"http".equals(address.getScheme()) || address.getHost() == null) {
            throw new IllegalArgumentException(
                    "Expected to find the address of the forge in 'countersign.changes.links.address', but '%s' is none. Give one such as https://github.com."
                            .formatted(address));
        }
    }

    /** Of the folder of a monorepo the whole repository; empty where there is nothing to lead to. */
    Optional<String> repository(ChangeDocument document) {
        String name = document.repository().split("//", 2)[0];
        return address.flatMap(where -> RepositoryName.of(name).map(known -> base(where) + "/" + known));
    }

    Optional<String> commit(ChangeDocument document, String typed) {
        return repository(document)
                .flatMap(repository -> CommitSha.of(typed).map(sha -> repository + forge.commits() + sha));
    }

    private static String base(URI address) {
        return address.toString().replaceFirst("/+$", "");
    }
}
