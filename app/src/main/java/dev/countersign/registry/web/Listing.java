package dev.countersign.registry.web;

import dev.countersign.forms.NextPage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** Leads programs to the next page by a `Link` header (RFC 8288). */
final class Listing {

    private Listing() {}

    static <T> ResponseEntity<T> answer(T body, @Nullable String after) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        if (after != null) {
            answer.header(HttpHeaders.LINK, "<%s>; rel=\"next\"".formatted(NextPage.address("after", after)));
        }
        return answer.body(body);
    }
}
