package dev.countersign.identity.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/**
 * What Tomcat itself refuses never reaches our filters: a malformed request line, a header that is none. It is answered
 * in words, with the headers of every other page.
 */
final class OutermostErrors extends ErrorReportValve {

    private final Supplier<Problems> problems;

    OutermostErrors(Supplier<Problems> problems) {
        this.problems = problems;
        setShowReport(false);
        setShowServerInfo(false);
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        var mishap = Mishap.of(response.getStatus());
        String path = Objects.requireNonNullElse(request.getRequestURI(), "");
        boolean program = PageRequest.isForApi(path);
        try {
            headers(response, program ? MediaType.APPLICATION_PROBLEM_JSON_VALUE : MediaType.TEXT_HTML_VALUE);
            response.getReporter().write(program ? problems.get().text(mishap, path) : page(mishap));
            response.finishResponse();
        } catch (IOException | IllegalStateException gone) {
            getContainer().getLogger().debug("Nobody hears any more what went wrong", gone);
        }
    }

    private static void headers(Response response, String type) {
        response.setContentType(type);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader("Content-Security-Policy", "default-src 'none'; base-uri 'none'; frame-ancestors 'none'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Cache-Control", "no-store");
    }

    private static String page(Mishap mishap) {
        return """
            <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>%1$s · Countersign</title></head>
            <body><h1>%1$s</h1><p>%2$s</p><p>%3$s</p></body></html>
            """.formatted(mishap.title(), mishap.sentence(), mishap.wayOut());
    }
}
