package dev.countersign.registry.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Leads programs to the next page by a `Link` header (RFC 8288), with all the filters of this one. */
final class NextPage {

    private NextPage() {}

    static <T> ResponseEntity<T> answer(T body, @Nullable String after) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        if (after != null) {
            String path = ServletUriComponentsBuilder.fromCurrentRequest()
                    .replaceQueryParam("after", "{after}")
                    .encode()
                    .buildAndExpand(after)
                    .toUriString();
            answer.header(HttpHeaders.LINK, "<%s>; rel=\"next\"".formatted(path));
        }
        return answer.body(body);
    }
}
