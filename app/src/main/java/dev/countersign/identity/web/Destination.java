package dev.countersign.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which page a log-in leads to. It travels in the state of the log-in, so that each tab finds its own, whatever became
 * of the session meanwhile; whoever forges one sends a person to a page of ours, as any link does.
 *
 * @param again whether it was begun because an earlier one could not be finished
 */
record Destination(String page, boolean again) {

    static final String BEGIN = "/oauth2/authorization/" + IdentityProvider.NAME;

    private static final Destination HOME = new Destination("/", false);
    private static final String PAGE = "page";
    private static final String AGAIN = "again";
    private static final int LONGEST = 1000;

    Destination {
        page = page.length() <= LONGEST && PageRequest.isLocalPath(page) && !page.startsWith("/error") ? page : "/";
    }

    /** As the address says with which a log-in begins. */
    static Destination asked(HttpServletRequest request) {
        String page = request.getParameter(PAGE);
        return page == null ? HOME : new Destination(page, request.getParameter(AGAIN) != null);
    }

    /** As the answer to a log-in says. */
    static Destination answered(HttpServletRequest request) {
        return of(request.getParameter("state"));
    }

    static Destination of(@Nullable String state) {
        String[] parts = Objects.requireNonNullElse(state, "").split("\\.", 3);
        if (parts.length < 2) {
            return HOME;
        }
        try {
            byte[] page = Base64.getUrlDecoder().decode(parts[1]);
            return new Destination(new String(page, StandardCharsets.UTF_8), parts.length > 2);
        } catch (IllegalArgumentException forged) {
            return HOME;
        }
    }

    boolean isHome() {
        return page.equals("/");
    }

    /** A state that nobody can guess, with the page behind it. */
    String within(String state) {
        String encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(page.getBytes(StandardCharsets.UTF_8));
        return state + "." + encoded + (again ? "." + AGAIN : "");
    }

    /** Where the log-in begins that leads there. */
    String address() {
        return isHome() && !again
                ? BEGIN
                : BEGIN + "?" + PAGE + "=" + URLEncoder.encode(page, StandardCharsets.UTF_8)
                        + (again ? "&" + AGAIN : "");
    }

    Destination onceMore() {
        return new Destination(page, true);
    }
}
