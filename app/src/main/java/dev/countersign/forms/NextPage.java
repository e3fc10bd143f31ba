package dev.countersign.forms;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponents;

/** Leads from a page of a list to the next one, with everything that this one was asked with, as it was asked. */
public final class NextPage {

    private NextPage() {}

    /** The address within the house under which the list goes on: its parameter `place` says where. */
    public static String path(String place, String where) {
        UriComponents next = next(place, where);
        return "%s?%s".formatted(next.getPath(), next.getQuery());
    }

    /** The same question under another path, from its beginning: without its parameter `place`. */
    public static String elsewhere(String path, String place) {
        String query = ServletUriComponentsBuilder.fromCurrentRequest()
                .replaceQueryParam(place)
                .build()
                .getQuery();
        return query == null ? path : "%s?%s".formatted(path, query);
    }

    /** The whole address, for programs. */
    public static String address(String place, String where) {
        return next(place, where).toUriString();
    }

    /** What was asked is encoded already, and encoding it again would ask something else. */
    private static UriComponents next(String place, String where) {
        return ServletUriComponentsBuilder.fromCurrentRequest()
                .replaceQueryParam(place, URLEncoder.encode(where, StandardCharsets.UTF_8))
                .build();
    }
}
