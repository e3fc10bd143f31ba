package dev.countersign.local.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/** The clock needs no login, but it can only be reached from this machine. */
@Configuration(proxyBeanMethods = false)
@Profile("local")
class ClockSecurity {

    @Bean
    @Order(0)
    SecurityFilterChain localClockChain(HttpSecurity http) {
        var loopback = new IpAddressMatcher("127.0.0.0/8");
        return http.securityMatcher("/local/**")
                .authorizeHttpRequests(requests -> requests.anyRequest()
                        .access((who, context) -> new AuthorizationDecision(loopback.matches(context.getRequest()))))
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }
}
