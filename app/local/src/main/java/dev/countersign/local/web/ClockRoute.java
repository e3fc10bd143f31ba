package dev.countersign.local.web;

import dev.countersign.identity.KnownHosts;
import dev.countersign.local.LocalClock;
import dev.countersign.refusals.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** `/local/clock` moves the time of application and broker: ninety days pass in a second. No role guards it: only this machine reaches it. */
@Configuration(proxyBeanMethods = false)
@Profile("local")
class ClockRoute {

    private static final String PATH = "/local/clock";
    private static final IpAddressMatcher LOOPBACK = new IpAddressMatcher("127.0.0.0/8");

    private final LocalClock clock;

    ClockRoute(LocalClock clock) {
        this.clock = clock;
    }

    record Move(@Nullable Duration add) {}

    record Time(Instant now, Duration offset) {}

    /** Only JSON: a page of another origin cannot send that without being asked first. */
    @Bean
    RouterFunction<ServerResponse> localClockRoute() {
        return RouterFunctions.route()
                .GET(PATH, request -> time())
                .POST(PATH, RequestPredicates.contentType(MediaType.APPLICATION_JSON), this::move)
                .onError(Refusal.class, (failure, request) -> refused((Refusal) failure))
                .onError(HttpMessageNotReadableException.class, (failure, request) -> refused(unreadable()))
                .build();
    }

    @Bean
    @Order(0)
    SecurityFilterChain localClockChain(HttpSecurity http) {
        return http.securityMatcher(PATH)
                .authorizeHttpRequests(requests -> requests.anyRequest()
                        .access((who, context) -> new AuthorizationDecision(isOnThisMachine(context.getRequest()))))
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    /** By its name too: a page of somebody else's may have had its own name point here. */
    static boolean isOnThisMachine(HttpServletRequest request) {
        return LOOPBACK.matches(request) && KnownHosts.isLoopback(request.getServerName());
    }

    private ServerResponse move(ServerRequest request) throws Exception {
        clock.move(Optional.ofNullable(request.body(Move.class).add()).orElseThrow(ClockRoute::silent));
        return time();
    }

    private ServerResponse time() {
        return ServerResponse.ok().body(new Time(clock.now(), clock.offset()));
    }

    private static ServerResponse refused(Refusal refusal) {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(refusal.status()), refusal.sentence());
        problem.setProperty("wayOut", refusal.wayOut());
        return ServerResponse.status(refusal.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static Refusal unreadable() {
        return Refusal.invalid(
                "local.clock-unreadable",
                "Expected to move the clock, but 'add' is no duration that can be read.",
                "Send JSON such as {\"add\": \"P90D\"}.");
    }

    private static Refusal silent() {
        return Refusal.invalid(
                "local.clock-silent",
                "Expected to move the clock, but 'add' is missing.",
                "Send JSON such as {\"add\": \"P90D\"}.");
    }
}
