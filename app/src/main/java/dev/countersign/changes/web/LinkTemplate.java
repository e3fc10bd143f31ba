package dev.countersign.changes.web;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/** An address with one place to fill in, such as `https://house.atlassian.net/browse/{id}`. */
record LinkTemplate(String text) {

    private static final String PLACE = "{id}";

    /** Nothing that could lead out of the place, or end the address. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][\\w.-]{0,99}(/[A-Za-z0-9][\\w.-]{0,99}){0,4}");

    LinkTemplate {
        String example = text.replace(PLACE, "1");
        if (!text.contains(PLACE) || OwnLink.address(example).isEmpty() || text.indexOf(PLACE) < host(example)) {
            throw new IllegalArgumentException(
                    "Expected to find an address with {id} in 'countersign.changes.links.named', but '%s' is none. Give one such as https://house.atlassian.net/browse/{id}."
                            .formatted(text));
        }
    }

    /** Nobody who writes a change says to which host it leads. */
    private static int host(String example) {
        URI address = URI.create(example);
        return example.indexOf(address.getRawAuthority())
                + address.getRawAuthority().length();
    }

    Optional<String> with(String id) {
        return ID.matcher(id).matches() ? Optional.of(text.replace(PLACE, id)) : Optional.empty();
    }
}
