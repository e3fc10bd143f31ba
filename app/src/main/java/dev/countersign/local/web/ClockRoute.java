package dev.countersign.local.web;

import dev.countersign.local.LocalClock;
import dev.countersign.refusals.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
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
                .build();
    }

    @Bean
    @Order(0)
    SecurityFilterChain localClockChain(HttpSecurity http) {
        var loopback = new IpAddressMatcher("127.0.0.0/8");
        return http.securityMatcher(PATH)
                .authorizeHttpRequests(requests -> requests.anyRequest()
                        .access((who, context) -> new AuthorizationDecision(loopback.matches(context.getRequest()))))
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    private ServerResponse move(ServerRequest request) throws Exception {
        clock.move(Optional.ofNullable(request.body(Move.class).add()).orElseThrow(ClockRoute::silent));
        return time();
    }

    private ServerResponse time() {
        return ServerResponse.ok().body(new Time(clock.now(), clock.offset()));
    }

    private static ServerResponse refused(Refusal refusal) {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, refusal.sentence());
        problem.setProperty("wayOut", refusal.wayOut());
        return ServerResponse.unprocessableContent()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static Refusal silent() {
        return Refusal.invalid(
                "local.clock-silent",
                "Expected to move the clock, but 'add' is missing.",
                "Send JSON such as {\"add\": \"P90D\"}.");
    }
}
