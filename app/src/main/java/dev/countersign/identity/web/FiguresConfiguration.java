package dev.countersign.identity.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The figures for Prometheus name nobody: whoever reaches the management port may read them, where it is another one than
 * that of the pages.
 */
@Configuration(proxyBeanMethods = false)
class FiguresConfiguration {

    @Bean
    @Order(0)
    SecurityFilterChain figures(
            HttpSecurity http,
            @Value("${management.server.port:-1}") int management,
            @Value("${server.port:8080}") int pages) {
        RequestMatcher scrapes = request -> management != pages
                && request.getLocalPort() == management
                && PageRequest.path(request).equals("/actuator/prometheus");
        return http.securityMatcher(scrapes)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .authorizeHttpRequests(routes -> routes.anyRequest().permitAll())
                .build();
    }
}
