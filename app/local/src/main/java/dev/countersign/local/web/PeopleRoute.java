package dev.countersign.local.web;

import dev.countersign.desk.Desk;
import dev.countersign.desk.Task;
import dev.countersign.identity.Person;
import dev.countersign.local.demo.DemoPeople;
import java.net.URI;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** `/local/people` tells Keycloak's log-in page, and no page of anybody else's, what waits for each of the demo's people. */
@Configuration(proxyBeanMethods = false)
@Profile("local")
class PeopleRoute {

    private static final String PATH = "/local/people";

    private final Desk desk;
    private final String logInPage;

    PeopleRoute(Desk desk, @Value("${spring.security.oauth2.client.provider.keycloak.issuer-uri}") URI issuer) {
        this.desk = desk;
        this.logInPage = issuer.resolve("/").toString().replaceFirst("/$", "");
    }

    record Waiting(String login, String words) {}

    @Bean
    RouterFunction<ServerResponse> localPeopleRoute() {
        return RouterFunctions.route()
                .GET(
                        PATH,
                        request -> ServerResponse.ok()
                                .body(DemoPeople.ALL.stream().map(this::of).toList()))
                .build();
    }

    @Bean
    @Order(0)
    SecurityFilterChain localPeopleChain(HttpSecurity http) {
        return http.securityMatcher(PATH)
                .authorizeHttpRequests(requests -> requests.anyRequest()
                        .access((who, context) ->
                                new AuthorizationDecision(ClockRoute.isOnThisMachine(context.getRequest()))))
                .cors(cors -> cors.configurationSource(request -> readByTheLogInPage()))
                .build();
    }

    private CorsConfiguration readByTheLogInPage() {
        var allowed = new CorsConfiguration();
        allowed.setAllowedOrigins(List.of(logInPage));
        allowed.setAllowedMethods(List.of("GET"));
        return allowed;
    }

    private Waiting of(Person person) {
        return new Waiting(person.id().value(), words(desk.of(person).tasks()));
    }

    /** Empty where nothing waits. */
    static String words(List<Task> tasks) {
        if (tasks.isEmpty()) {
            return "";
        }
        String first =
                "%s: %s".formatted(tasks.getFirst().action(), tasks.getFirst().title());
        return tasks.size() == 1 ? first : "%s, and %d more".formatted(first, tasks.size() - 1);
    }
}
