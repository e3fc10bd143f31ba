package dev.countersign.changes.web;

import dev.countersign.changes.ChangeDocument;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds where a line leads that an author wrote: an address, a pull request, a ticket, or a word that is configured. */
final class OwnLink {

    private static final Pattern ADDRESS = Pattern.compile("\\bhttps?://\\S+");
    private static final Pattern PULL = Pattern.compile("(?<!\\S)[#!](\\d{1,9})(?!\\S)");
    private static final Pattern TICKET = Pattern.compile("(?<!\\S)([A-Z][A-Z0-9]{1,19}-\\d{1,9})(?!\\S)");
    private static final Pattern NAMED = Pattern.compile("(?<!\\S)([a-z][a-z0-9-]{0,29}):(?!//)(\\S+)");

    private OwnLink() {}

    /** Without anywhere to lead to, the line as it was written. */
    static Linked of(String line, ChangeDocument document, CodeLinks links) {
        return Stream.<Supplier<Optional<Linked>>>of(
                        () -> address(line, ADDRESS),
                        () -> found(line, PULL).flatMap(it -> to(line, links.pull(document, it.group(1)))),
                        () -> found(line, NAMED).flatMap(it -> to(line, links.named(it.group(1), it.group(2)))),
                        () -> found(line, TICKET).flatMap(it -> to(line, links.named("ticket", it.group(1)))))
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> new Linked(line, null));
    }

    /** One that a browser opens, and whose host is what it seems: nobody's name stands before it. */
    static Optional<URI> address(String text) {
        try {
            URI address = new URI(text);
            boolean plain = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
            return plain && address.getHost() != null && address.getRawUserInfo() == null
                    ? Optional.of(address)
                    : Optional.empty();
        } catch (URISyntaxException none) {
            return Optional.empty();
        }
    }

    /** Whatever somebody calls it, the reader sees the host it leads to. */
    private static Optional<Linked> address(String line, Pattern pattern) {
        return found(line, pattern)
                .flatMap(it -> address(it.group()).map(address -> {
                    String words = (line.substring(0, it.start()) + line.substring(it.end())).strip();
                    return new Linked(
                            words.isEmpty() ? it.group() : "%s (%s)".formatted(words, address.getHost()), it.group());
                }));
    }

    private static Optional<Linked> to(String line, Optional<String> address) {
        return address.map(where -> new Linked(line, where));
    }

    private static Optional<Matcher> found(String line, Pattern pattern) {
        return Optional.of(pattern.matcher(line)).filter(Matcher::find);
    }
}
