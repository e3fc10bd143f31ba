package dev.countersign.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.session.SessionRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A page that says that something of ours failed asks nobody's session: they lie in the database, which may be what
 * failed. The session itself stays as it is.
 */
class FailurePages extends OncePerRequestFilter {

    private static final String CURRENT_SESSION = SessionRepository.class.getName() + ".CURRENT_SESSION";

    static boolean isShownTo(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status && status >= 500;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!isShownTo(request)) {
            chain.doFilter(request, response);
            return;
        }
        // The session that could not be kept would be kept once more, and this page fail as well.
        request.removeAttribute(CURRENT_SESSION);
        chain.doFilter(new Stranger(request), response);
    }

    private static final class Stranger extends HttpServletRequestWrapper {

        Stranger(HttpServletRequest request) {
            super(request);
        }

        @Override
        public Cookie @Nullable [] getCookies() {
            return null;
        }
    }
}
