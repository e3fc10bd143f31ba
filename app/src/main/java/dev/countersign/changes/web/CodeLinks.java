package dev.countersign.changes.web;

import dev.countersign.changes.ChangeDocument;
import dev.countersign.spelling.CommitSha;
import dev.countersign.spelling.RepositoryName;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Leads from a change to its code, as `countersign.changes.links` says where that is. Only what is spelled as a
 * repository or a commit becomes a link, and all of them begin with that address.
 *
 * @param forge which product it is
 * @param address where it answers, such as `https://github.com`; without one nothing becomes a link
 * @param named where else a word leads, by the word: "build" turns `build:17` into a link, and "ticket" a key such as OPS-42
 */
@ConfigurationProperties("countersign.changes.links")
record CodeLinks(
        @DefaultValue("github") Forge forge,
        Optional<URI> address,
        @DefaultValue Map<String, String> named) {

    CodeLinks {
        named = Map.copyOf(named);
        named.values().forEach(LinkTemplate::new);
        address.ifPresent(CodeLinks::demandAddress);
    }

    private static void demandAddress(URI address) {
        if (OwnLink.address(address.toString()).isEmpty()) {
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

    /** "#17", in the repository of the change. */
    Optional<String> pull(ChangeDocument document, String number) {
        return repository(document).map(repository -> repository + forge.pulls() + number);
    }

    /** What the authors named beside the code, line by line. */
    List<Linked> own(ChangeDocument document) {
        return Objects.requireNonNullElse(document.links(), "")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> OwnLink.of(line, document, this))
                .toList();
    }

    /** "build" and "17", where that word leads somewhere. */
    Optional<String> named(String word, String id) {
        return Optional.ofNullable(named.get(word)).map(LinkTemplate::new).flatMap(template -> template.with(id));
    }

    private static String base(URI address) {
        return address.toString().replaceFirst("/+$", "");
    }
}
