package dev.countersign.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** What somebody sent with a form. Its address says what it is about, and answers none of its questions. */
final class SentFields {

    private SentFields() {}

    static Map<String, List<String>> of(HttpServletRequest request) {
        var fields = new LinkedHashMap<String, List<String>>();
        request.getParameterMap().forEach((name, values) -> fields.put(name, List.of(values)));
        fields.keySet().removeAll(inAddress(request));
        return fields;
    }

    private static Set<String> inAddress(HttpServletRequest request) {
        return UriComponentsBuilder.newInstance()
                .query(request.getQueryString())
                .build()
                .getQueryParams()
                .keySet()
                .stream()
                .map(name -> UriUtils.decode(name, StandardCharsets.UTF_8))
                .collect(Collectors.toUnmodifiableSet());
    }
}
