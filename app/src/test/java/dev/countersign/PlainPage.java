package dev.countersign;

import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.util.HtmlUtils;

/** A page as the server sends it, before any script runs. */
public record PlainPage(int status, String html) {

    private static final String NEXT = "<a [^>]*rel=\"next\"[^>]* href=\"([^\"]+)\"";
    private static final String POSTED = "<form (?=[^>]*method=\"post\")[^>]*action=\"([^\"]*)\"";

    /** Opens an address that is encoded already. */
    public static PlainPage of(MockMvcTester pages, String address, RequestPostProcessor reader) {
        return of(pages.get().uri(URI.create(address)).with(reader).exchange());
    }

    public static PlainPage of(MvcTestResult result) {
        try {
            var response = result.getResponse();
            return new PlainPage(response.getStatus(), response.getContentAsString());
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    /** What the first group of the pattern finds, wherever it does. */
    public List<String> all(String pattern) {
        return Pattern.compile(pattern, Pattern.DOTALL)
                .matcher(html)
                .results()
                .map(found -> HtmlUtils.htmlUnescape(found.group(1)))
                .toList();
    }

    /** Without its elements. */
    public String text() {
        return HtmlUtils.htmlUnescape(html.replaceAll("<[^>]*>", " ")).replaceAll("\\s+", " ");
    }

    /** Where the page leads on to, if it does. */
    public Optional<String> next() {
        return all(NEXT).stream().findFirst();
    }

    /** Where its forms are sent that write something. */
    public List<String> postsTo() {
        return all(POSTED);
    }
}
