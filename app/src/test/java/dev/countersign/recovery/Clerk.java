package dev.countersign.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody who logs in and fills in forms with a plain HTTP client, while the application may die under them. */
final class Clerk {

    private static final Pattern LOG_IN = Pattern.compile("<form id=\"kc-form-login\"[^>]*action=\"([^\"]+)\"");

    private final String name;
    private final Supplier<URI> house;
    private final HttpClient browser;

    /** The address of the house may change: it is asked for with each request. */
    Clerk(String name, Supplier<URI> house) {
        this.name = name;
        this.house = house;
        this.browser = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(Duration.ofSeconds(5))
                .cookieHandler(new Cookies())
                .build();
    }

    String name() {
        return name;
    }

    /** The page behind that path; logs in on the way if asked to. */
    HttpResponse<String> open(String path) throws IOException {
        return logInIfAsked(
                send(HttpRequest.newBuilder(house.get().resolve(path)).GET()));
    }

    /** Whether a page is Keycloak's, which wants to know who is there. */
    static boolean asksForPassword(HttpResponse<String> page) {
        return LOG_IN.matcher(page.body()).find();
    }

    /** Answers Keycloak's question who is there, if the page is that; gives the page that follows. */
    HttpResponse<String> logInIfAsked(HttpResponse<String> page) throws IOException {
        var form = LOG_IN.matcher(page.body());
        return form.find() ? logIn(form.group(1).replace("&amp;", "&")) : page;
    }

    /** What Keycloak answers to a password, the true one or another. */
    HttpResponse<String> tryPassword(HttpResponse<String> page, String password) throws IOException {
        var form = LOG_IN.matcher(page.body());
        assertThat(form.find()).isTrue();
        return send(posted(
                URI.create(form.group(1).replace("&amp;", "&")), Map.of("username", name, "password", password)));
    }

    /** The page behind that path as it comes, even if it is Keycloak's. */
    HttpResponse<String> look(String path) throws IOException {
        return send(HttpRequest.newBuilder(house.get().resolve(path)).GET());
    }

    /** Sends the form of a page with these answers, and gives the page that follows. */
    HttpResponse<String> send(String path, HttpResponse<String> page, Map<String, String> answers) throws IOException {
        var fields = new LinkedHashMap<>(answers);
        fields.put("_csrf", hidden(page, "_csrf"));
        return send(posted(house.get().resolve(path), fields).header("Origin", origin()));
    }

    /** Sends fields anywhere, as a program does. */
    HttpResponse<String> post(URI address, Map<String, String> fields) throws IOException {
        return send(posted(address, fields));
    }

    /** What a hidden field of the page holds; empty if there is none of that name. */
    static String hidden(HttpResponse<String> page, String field) {
        var input = Pattern.compile("<input type=\"hidden\"[^>]*name=\"%1$s\"[^>]*value=\"([^\"]*)\"".formatted(field))
                .matcher(page.body());
        return input.find() ? input.group(1) : "";
    }

    private HttpResponse<String> logIn(String action) throws IOException {
        return send(posted(URI.create(action), Map.of("username", name, "password", name)));
    }

    private String origin() {
        return house.get().toString();
    }

    private static HttpRequest.Builder posted(URI address, Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return browser.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Like a browser, it takes this machine for a safe place: Keycloak's cookies are for safe places only. */
    private static final class Cookies extends CookieManager {

        @Override
        public Map<String, List<String>> get(URI uri, Map<String, List<String>> headers) throws IOException {
            getCookieStore().getCookies().forEach(Cookies::allow);
            return super.get(uri, headers);
        }

        private static void allow(HttpCookie cookie) {
            cookie.setSecure(false);
        }
    }
}
