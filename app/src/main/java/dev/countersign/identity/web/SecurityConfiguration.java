package dev.countersign.identity.web;

import static org.springframework.security.config.Customizer.withDefaults;

import dev.countersign.identity.IdentitySettings;
import dev.countersign.identity.SecurityEvent.Kind;
import java.time.Clock;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2LoginAuthenticationFilter;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.security.web.authentication.AuthenticationEntryPointFailureHandler;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Two ways in: pages with a log-in and a session, and `/api` with a bearer token and no state. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdentitySettings.class)
class SecurityConfiguration {

    private static final String[] OPEN = {
        "/css/**", "/js/**", "/img/**", "/vendor/**", "/error", "/actuator/health", "/actuator/health/**"
    };

    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, ApiRefusals refusals, RateLimits limits) {
        return http.securityMatcher("/api/**")
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .headers(SecurityConfiguration::headers)
                .authorizeHttpRequests(routes -> routes.anyRequest().authenticated())
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.jwtAuthenticationConverter(PersonToken::of))
                        .authenticationEntryPoint(refusals)
                        .accessDeniedHandler(refusals)
                        .withObjectPostProcessor(refusing(refusals)))
                .addFilterAfter(limits.ofApi(), BearerTokenAuthenticationFilter.class)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(
            HttpSecurity http,
            LogIn logIn,
            Salvage salvage,
            OAuth2AuthorizationRequestResolver authorizationRequests,
            LoggedIn loggedIn,
            RequestCache pagesOnly,
            OidcClientInitiatedLogoutSuccessHandler logOut,
            BackChannel backChannel,
            KeptTokens tokens,
            StillThere stillThere,
            StepUpReturn stepUpReturn,
            LogInsUnderWay underWay,
            LogInAnswer logInAnswer,
            RateLimits limits,
            SecurityLog log) {
        return http.headers(SecurityConfiguration::headers)
                .authorizeHttpRequests(routes ->
                        routes.requestMatchers(OPEN).permitAll().anyRequest().authenticated())
                .requestCache(cache -> cache.requestCache(pagesOnly))
                .csrf(withDefaults())
                .oauth2Login(login -> login.loginPage("/oauth2/authorization/keycloak")
                        .authorizationEndpoint(endpoint -> endpoint.authorizationRequestResolver(authorizationRequests)
                                .authorizationRequestRepository(underWay))
                        .userInfoEndpoint(endpoint -> endpoint.oidcUserService(logIn))
                        .authorizedClientRepository(tokens)
                        .successHandler(loggedIn)
                        .failureHandler((request, response, failure) -> {
                            log.write(Kind.LOG_IN_FAILED, "", reason(failure));
                            logInAnswer.onAuthenticationFailure(request, response, failure);
                        }))
                .logout(logout -> logout.addLogoutHandler(
                                (request, response, known) -> log.write(Kind.LOG_OUT, "by themselves"))
                        .logoutSuccessHandler(logOut))
                .oidcLogout(logout -> logout.oidcSessionRegistry(new BackChannel.NoRegistry())
                        .backChannel(channel -> channel.logoutHandler(backChannel)))
                .addFilterBefore(limits.ofForms(), CsrfFilter.class)
                .addFilterBefore(stepUpReturn, OAuth2LoginAuthenticationFilter.class)
                .addFilterBefore(logInAnswer, OAuth2LoginAuthenticationFilter.class)
                .addFilterAfter(stillThere, ExceptionTranslationFilter.class)
                .exceptionHandling(
                        handling -> handling.accessDeniedHandler(salvage).authenticationEntryPoint(salvage))
                .build();
    }

    /** A token that can't be verified now is refused in words as well, and isn't a failure of ours. */
    private static ObjectPostProcessor<BearerTokenAuthenticationFilter> refusing(ApiRefusals refusals) {
        var handler = new AuthenticationEntryPointFailureHandler(refusals);
        handler.setRethrowAuthenticationServiceException(false);
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
                filter.setAuthenticationFailureHandler(handler);
                return filter;
            }
        };
    }

    @Bean
    StillThere stillThere(
            AskedAgain provider, Salvage salvage, IdentitySettings settings, Clock clock, SecurityLog log) {
        var paths = PathPatternRequestMatcher.withDefaults();
        RequestMatcher open = new OrRequestMatcher(
                Stream.of(OPEN).<RequestMatcher>map(paths::matcher).toList());
        return new StillThere(open, provider, salvage, settings, clock, log);
    }

    /** PostgreSQL keeps no NUL in a text, and nobody types one. */
    @Bean
    HttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
        return firewall;
    }

    @Bean
    OAuth2AuthorizationRequestResolver authorizationRequests(ClientRegistrationRepository registrations) {
        var resolver = new DefaultOAuth2AuthorizationRequestResolver(registrations, "/oauth2/authorization");
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        return new LeadingOn(resolver);
    }

    @Bean
    OidcClientInitiatedLogoutSuccessHandler logOut(ClientRegistrationRepository registrations) {
        var handler = new OidcClientInitiatedLogoutSuccessHandler(registrations);
        handler.setPostLogoutRedirectUri("{baseUrl}/");
        return handler;
    }

    @Bean
    @SuppressWarnings("NullAway") // null is how one says: no "?continue" in the address
    RequestCache pagesOnly() {
        var cache = new HttpSessionRequestCache();
        cache.setMatchingRequestParameterName(null);
        cache.setRequestMatcher(PageRequest::isPage);
        return cache;
    }

    /** The provider's code for what went wrong; its description may hold what somebody typed. */
    private static String reason(AuthenticationException failure) {
        return failure instanceof OAuth2AuthenticationException known
                ? known.getError().getErrorCode()
                : failure.getClass().getSimpleName();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions -> permissions.policy(
                        "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=(),"
                                + " browsing-topics=()"));
    }
}
