package dev.countersign.identity.web;

import dev.countersign.database.Outage;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.ModelAndView;

/** A no or a failure on its way to a person, as a page, or to a program, as a problem detail. */
record Mishap(int status, String code, String title, String sentence, String wayOut) {

    private static final String TYPES = "https://countersign.example/problems/";

    static Mishap of(int status) {
        return switch (status) {
            case 401 ->
                of(
                        status,
                        "identity.not-logged-in",
                        "You aren't logged in.",
                        "Log in, or send a bearer token that is still valid.");
            case 403 ->
                of(
                        status,
                        "identity.not-allowed",
                        "You don't have access to this page.",
                        "Go back to your work, or ask whoever manages your account for the role.");
            case 404 ->
                of(
                        status,
                        "page-not-found",
                        "There is no page at this address.",
                        "Check the address, or start from your work.");
            case 405 ->
                of(
                        status,
                        "method-not-allowed",
                        "This address doesn't answer this kind of request.",
                        "Open the page again from your work.");
            case 413 ->
                of(
                        status,
                        "too-large",
                        "What you sent is too large.",
                        "Go back with your browser, shorten the longest text, and send it again.");
            case 415 ->
                of(
                        status,
                        "wrong-media-type",
                        "What you sent is of a type that is not understood here.",
                        "Send JSON with Content-Type: application/json.");
            case 421 ->
                of(
                        status,
                        "identity.unknown-host",
                        "Countersign does not know the name in this address.",
                        "Open the address that you were given. Whoever runs Countersign adds a name with"
                                + " countersign.identity.hosts.");
            case 429 -> tooMany(60);
            case 503 ->
                of(
                        status,
                        "identity.provider-silent",
                        "The identity provider gives no answer, so nobody knows whether your account may still do this.",
                        "Nothing was changed. Go back with your browser, and send it again in a minute.");
            default ->
                status >= 500
                        ? of(
                                status,
                                "internal",
                                "Something went wrong on our side. Nothing was left half done.",
                                "Try again in a minute. If it happens again, tell the people who run Countersign.")
                        : of(
                                status,
                                "not-understood",
                                "This request is malformed.",
                                "Go back with your browser and try again.");
        };
    }

    /** What failed without anybody's no. */
    static Mishap of(@Nullable Throwable failure) {
        return Outage.why(failure).map(Mishap::of).orElseGet(() -> of(500));
    }

    private static Mishap of(Outage outage) {
        return switch (outage) {
            case SILENT ->
                of(
                        503,
                        "database-silent",
                        "The database gives no answer. Nothing was half done.",
                        "Try again in a minute. What you sent may not have been kept: look before you send it again.");
            case READ_ONLY ->
                of(
                        503,
                        "database-read-only",
                        "The database saves nothing at the moment. Nothing was changed.",
                        "Go back with your browser, and send it again in a minute. Those who run the database know when"
                                + " it takes something again.");
            case EXHAUSTED ->
                of(
                        503,
                        "database-exhausted",
                        "The database has no room or no connection left. Nothing was changed.",
                        "Go back with your browser, and send it again in a minute; if it stays so, tell those who run"
                                + " the database.");
        };
    }

    static Mishap tooMany(long seconds) {
        return of(
                429,
                "identity.too-many-requests",
                "You sent more requests than a minute allows.",
                "Nothing was changed. Wait %d seconds, and send it again; Retry-After says how long."
                        .formatted(seconds));
    }

    static Mishap of(int status, String code, String sentence, String wayOut) {
        return new Mishap(status, code, title(status), sentence, wayOut);
    }

    Object answer(String path) {
        return PageRequest.isForApi(path) ? asProblem() : asPage(Optional.empty());
    }

    /** The same, with the way back to the page of ours on which it was asked for. */
    Object answer(HttpServletRequest request) {
        return PageRequest.isForApi(PageRequest.path(request)) ? asProblem() : asPage(PageRequest.lookedAt(request));
    }

    ProblemDetail problem() {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.valueOf(status), sentence);
        problem.setType(URI.create(TYPES + code));
        problem.setTitle(title);
        problem.setProperty("code", code);
        problem.setProperty("wayOut", wayOut);
        return problem;
    }

    private ResponseEntity<ProblemDetail> asProblem() {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem());
    }

    private ModelAndView asPage(Optional<String> back) {
        var page = new ModelAndView("error", Map.of("mishap", this), HttpStatus.valueOf(status));
        back.ifPresent(path -> page.addObject("back", path));
        return page;
    }

    private static String title(int status) {
        return switch (status) {
            case 401 -> "Not logged in";
            case 403 -> "Not allowed";
            case 404 -> "Not found";
            case 409 -> "Overtaken by events";
            case 413 -> "Too large";
            case 421 -> "Not under this name";
            case 429 -> "Too many at once";
            case 422 -> "Not accepted";
            default -> status >= 500 ? "Something failed" : "Not understood";
        };
    }
}
