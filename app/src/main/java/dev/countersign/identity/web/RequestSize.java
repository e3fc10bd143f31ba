package dev.countersign.identity.web;

import dev.countersign.identity.BodyLimit;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stops reading bodies that nobody needs to send: the container limits forms, this limits everything else. Files come
 * in on the routes that ask for them, and nowhere else.
 */
class RequestSize extends OncePerRequestFilter {

    static final int LARGEST = 512 * 1024;

    private final List<BodyLimit> larger;

    RequestSize(List<BodyLimit> larger) {
        this.larger = List.copyOf(larger);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        int largest = largest(request);
        if (request.getContentLengthLong() > largest) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else if (largest == LARGEST && isFile(request)) {
            response.sendError(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
        } else if (request.getContentLengthLong() < 0) {
            chain.doFilter(new Counted(request, largest), response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private int largest(HttpServletRequest request) {
        String path = PageRequest.path(request);
        return larger.stream()
                .filter(limit -> limit.path().equals(path))
                .mapToInt(BodyLimit::bytes)
                .findFirst()
                .orElse(LARGEST);
    }

    private static boolean isFile(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    static boolean isExceeded(@Nullable Throwable failure) {
        return failure instanceof TooLarge || failure != null && isExceeded(failure.getCause());
    }

    private static final class TooLarge extends IOException {
        @Serial
        private static final long serialVersionUID = 1;
    }

    private static final class Counted extends HttpServletRequestWrapper {

        private final int largest;

        Counted(HttpServletRequest request, int largest) {
            super(request);
            this.largest = largest;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new CountedStream(super.getInputStream(), largest);
        }

        @Override
        public BufferedReader getReader() throws IOException {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private static final class CountedStream extends ServletInputStream {

        private final ServletInputStream body;
        private final int largest;
        private long read;

        CountedStream(ServletInputStream body, int largest) {
            this.body = body;
            this.largest = largest;
        }

        @Override
        public int read() throws IOException {
            if (++read > largest) {
                throw new TooLarge();
            }
            return body.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            var count = body.read(bytes, offset, length);
            read += Math.max(count, 0);
            if (read > largest) {
                throw new TooLarge();
            }
            return count;
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
