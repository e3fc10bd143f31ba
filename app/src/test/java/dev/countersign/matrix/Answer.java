package dev.countersign.matrix;

import dev.countersign.refusals.Refusal;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.test.web.servlet.MvcResult;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a caller hears.
 *
 * @param code of the refusal; `log-in` if they are sent there; what the gate decided; empty otherwise
 */
record Answer(int status, String code) {

    static Answer of(MvcResult result) {
        int status = result.getResponse().getStatus();
        String code = refusal(result)
                .map(Refusal::code)
                .or(() -> problem(result))
                .or(() -> decision(result))
                .orElseGet(() -> status == 403 ? "identity.not-allowed" : redirect(result));
        return new Answer(status, code);
    }

    boolean isForbidden() {
        return status == 403;
    }

    /** Whether something was done, or a page shown. */
    boolean isYes() {
        return status < 400 && code.isEmpty();
    }

    private static String redirect(MvcResult result) {
        String target = Objects.requireNonNullElse(result.getResponse().getRedirectedUrl(), "");
        return target.contains("/oauth2/authorization/keycloak") ? "log-in" : "";
    }

    /** Shown as a page of its own, or on the page that was asked for, or on the one that the caller is led to. */
    private static Optional<Refusal> refusal(MvcResult result) {
        var page = Optional.ofNullable(result.getModelAndView());
        return Stream.of(
                        Optional.ofNullable(result.getResolvedException()),
                        page.map(shown -> shown.getModel().get("refused")),
                        Optional.ofNullable(result.getFlashMap()).map(shown -> shown.get("refused")),
                        page.map(shown -> shown.getModel().get("refusal")))
                .flatMap(Optional::stream)
                .filter(Refusal.class::isInstance)
                .map(Refusal.class::cast)
                .findFirst();
    }

    private static Optional<String> problem(MvcResult result) {
        return said(result, "application/problem+json", "code");
    }

    private static Optional<String> decision(MvcResult result) {
        return said(result, "application/json", "decision");
    }

    private static Optional<String> said(MvcResult result, String type, String field) {
        return Optional.ofNullable(result.getResponse().getContentType())
                .filter(sent -> sent.startsWith(type))
                .map(_ -> JsonMapper.shared()
                        .readTree(result.getResponse().getContentAsByteArray())
                        .path(field)
                        .asString(""))
                .filter(word -> !word.isEmpty());
    }
}
