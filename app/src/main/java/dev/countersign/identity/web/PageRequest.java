package dev.countersign.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the headers of a browser's request give away about where it came from. */
final class PageRequest {

    private PageRequest() {}

    static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    /** Path and query. */
    static String address(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null ? path(request) : path(request) + "?" + query;
    }

    /** Whether somebody opens a page with it, which they may want to come back to. */
    static boolean isPage(HttpServletRequest request) {
        return "GET".equals(request.getMethod())
                && !isHtmx(request)
                && path(request).lastIndexOf('.') < 0
                && !path(request).equals("/error");
    }

    static boolean isHtmx(HttpServletRequest request) {
        return "true".equals(request.getHeader("HX-Request"));
    }

    static boolean isForApi(String path) {
        return path.equals("/api") || path.startsWith("/api/") || path.startsWith("/actuator/");
    }

    /** True only if the browser itself vouches that one of our own pages sent this. */
    static boolean isFromOwnPage(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        return site != null
                ? site.equals("same-origin")
                : own(request, request.getHeader("Origin")).isPresent();
    }

    /** The page that the person was looking at, as a path of ours. */
    static Optional<String> lookedAt(HttpServletRequest request) {
        return own(request, request.getHeader("Referer"))
                .map(page ->
                        page.getRawQuery() == null ? page.getRawPath() : page.getRawPath() + "?" + page.getRawQuery())
                .filter(PageRequest::isLocalPath);
    }

    static boolean isLocalPath(String path) {
        return path.startsWith("/") && !path.startsWith("//") && path.chars().noneMatch(c -> c == '\\' || c < ' ');
    }

    private static Optional<URI> own(HttpServletRequest request, @Nullable String address) {
        try {
            return Optional.ofNullable(address).map(URI::create).filter(uri -> isOwn(request, uri));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    private static boolean isOwn(HttpServletRequest request, URI uri) {
        return request.getScheme().equals(uri.getScheme())
                && request.getServerName().equals(uri.getHost())
                && (uri.getPort() == request.getServerPort() || uri.getPort() == -1 && isDefaultPort(request));
    }

    private static boolean isDefaultPort(HttpServletRequest request) {
        return request.getServerPort() == ("https".equals(request.getScheme()) ? 443 : 80);
    }
}
