package dev.countersign.identity.web;

import dev.countersign.identity.Salvaged;
import dev.countersign.identity.Salvaged.Why;
import dev.countersign.identity.SecurityEvent.Kind;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/**
 * Saves what somebody typed when their form arrives after its session ended: keeps the fields in the new session and
 * sends the person back to the form, through the log-in if need be. It never carries out what the form asked for.
 */
@Component
class Salvage implements AccessDeniedHandler, AuthenticationEntryPoint {

    /** A form may name the page that shows it, when that isn't the page it was sent from. */
    static final String PAGE_FIELD = "_page";

    /** Each page asked for is led to by its own log-in. */
    private final LoginUrlAuthenticationEntryPoint logIn = new LoginUrlAuthenticationEntryPoint(Destination.BEGIN) {
        @Override
        protected String determineUrlToUseForThisRequest(
                HttpServletRequest request, HttpServletResponse response, AuthenticationException nobody) {
            return new Destination(PageRequest.isPage(request) ? PageRequest.address(request) : "/", false).address();
        }
    };

    /** Of one with a file the texts are kept; a browser lets nobody choose the file for its owner. */
    private static final List<String> FORMS =
            List.of(MediaType.APPLICATION_FORM_URLENCODED_VALUE, MediaType.MULTIPART_FORM_DATA_VALUE);

    private final SalvageStore store;
    private final SecurityLog log;

    Salvage(SalvageStore store, SecurityLog log) {
        this.store = store;
        this.log = log;
    }

    /** Somebody is logged in, or the token in the form is not of this session. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        boolean forged = denied instanceof CsrfException;
        log.write(forged ? Kind.FORGED_FORM : Kind.ACCESS_REFUSED, forged ? "csrf" : "identity.not-allowed");
        if (!forged) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else if (PageRequest.path(request).equals("/logout")) {
            goTo(request, response, "/");
        } else if (isForm(request) && PageRequest.isFromOwnPage(request)) {
            keep(request, response, Why.ENDED);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    /** Nobody is logged in. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException nobody)
            throws IOException, ServletException {
        if (isForm(request) && PageRequest.isFromOwnPage(request)) {
            keep(request, response, Why.ENDED);
        } else if (PageRequest.isHtmx(request)) {
            goTo(request, response, PageRequest.lookedAt(request).orElse("/"));
        } else {
            logIn.commence(request, response, nobody);
        }
    }

    /** Whether the sender may still do it cannot be found out now. */
    void keepUntilTheProviderAnswers(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (isForm(request)) {
            keep(request, response, Why.SILENT);
        } else {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    /** The sender has to log in once more before it is carried out; then they come back to the page with the form. */
    void keepUntilSteppedUp(HttpServletRequest request, HttpServletResponse response, String logIn) throws IOException {
        if (store.keep(request.getSession(), page(request), new Salvaged(fields(request), Why.NOT_CONFIRMED))) {
            leadTo(request, response, logIn);
        } else {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        }
    }

    /** The sender has to sign it before it is carried out; the page with the form has what there is to sign. */
    void keepUntilSigned(HttpServletRequest request, HttpServletResponse response) throws IOException {
        keep(request, response, SessionSignature.isIn(request) ? Why.TO_SIGN_ANEW : Why.TO_SIGN);
    }

    private void keep(HttpServletRequest request, HttpServletResponse response, Why why) throws IOException {
        var page = page(request);
        if (store.keep(request.getSession(), page, new Salvaged(fields(request), why))) {
            goTo(request, response, page);
        } else {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        }
    }

    private static boolean isForm(HttpServletRequest request) {
        String type = Objects.requireNonNullElse(request.getContentType(), "");
        return "POST".equals(request.getMethod()) && FORMS.stream().anyMatch(type::startsWith);
    }

    static String page(HttpServletRequest request) {
        var named = request.getParameter(PAGE_FIELD);
        return named != null && PageRequest.isLocalPath(named)
                ? named
                : PageRequest.lookedAt(request).orElse(PageRequest.path(request));
    }

    private static Map<String, List<String>> fields(HttpServletRequest request) {
        var fields = SentFields.of(request);
        fields.keySet()
                .removeIf(name ->
                        name.equals("_csrf") || name.equals(PAGE_FIELD) || name.startsWith(SessionSignature.FIELDS));
        return fields;
    }

    private static void goTo(HttpServletRequest request, HttpServletResponse response, String page) {
        leadTo(request, response, request.getContextPath() + page);
    }

    private static void leadTo(HttpServletRequest request, HttpServletResponse response, String address) {
        if (PageRequest.isHtmx(request)) {
            response.setHeader("HX-Redirect", address);
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            response.setHeader("Location", address);
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        }
    }
}
