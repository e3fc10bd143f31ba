package dev.countersign.identity.web;

import dev.countersign.forms.Forms;
import dev.countersign.identity.Banner;
import dev.countersign.identity.BodyLimit;
import dev.countersign.identity.KnownHosts;
import dev.countersign.identity.People;
import dev.countersign.identity.SentForms;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.CacheControl;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.cbor.JacksonCborHttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;
import org.springframework.web.servlet.resource.VersionResourceResolver;
import tools.jackson.databind.json.JsonMapper;

/** What every controller and page can rely on: who is acting, the frame, and files that a browser may keep for ever. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    private final ObjectProvider<Banner.Source> banners;
    private final SalvageStore salvage;
    private final ObjectProvider<SigningSheets> sheets;
    private final ObjectProvider<People> people;
    private final ObjectProvider<JsonMapper> json;
    private final ObjectProvider<Forms> forms;
    private final ObjectProvider<SentForms> sentForms;

    WebConfiguration(
            ObjectProvider<Banner.Source> banners,
            SalvageStore salvage,
            ObjectProvider<SigningSheets> sheets,
            ObjectProvider<People> people,
            ObjectProvider<JsonMapper> json,
            ObjectProvider<Forms> forms,
            ObjectProvider<SentForms> sentForms) {
        this.banners = banners;
        this.salvage = salvage;
        this.sheets = sheets;
        this.people = people;
        this.json = json;
        this.forms = forms;
        this.sentForms = sentForms;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        var persons = new PersonArgument();
        var salvaged = new SalvagedArgument(salvage, sheets);
        var numbers = new FormNumberArgument();
        resolvers.addAll(List.of(
                persons, salvaged, numbers, new SheetArguments(persons, salvaged, numbers, forms, sentForms, people)));
    }

    /** JSON only: what reads passkeys knows CBOR too, and Spring would take that for one more way to write a request. */
    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.withJsonConverter(new JacksonJsonHttpMessageConverter(PlainTexts.in(json.getObject())));
        converters.configureMessageConvertersList(
                all -> all.removeIf(JacksonCborHttpMessageConverter.class::isInstance));
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(new RoleCheck());
        interceptors.addInterceptor(new HandlerInterceptor() {
            @Override
            public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                response.addHeader("Vary", "HX-Request");
                return true;
            }
        });
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry resources) {
        for (var folder : List.of("css", "js", "img", "vendor")) {
            resources
                    .addResourceHandler("/" + folder + "/**")
                    .addResourceLocations("classpath:/static/" + folder + "/")
                    .setCacheControl(CacheControl.maxAge(Duration.ofDays(365))
                            .cachePublic()
                            .immutable())
                    .resourceChain(true)
                    .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
        }
    }

    @Bean
    LocaleResolver localeResolver() {
        return new ReaderLocale();
    }

    @Bean
    static BeanPostProcessor numberedForms() {
        return NumberedForms.around();
    }

    @Bean
    ResourceUrlEncodingFilter hashedAddresses() {
        return new ResourceUrlEncodingFilter();
    }

    @Bean
    FilterRegistrationBean<AskedByName> askedByName(KnownHosts hosts, SecurityLog log) {
        var registration = new FilterRegistrationBean<>(new AskedByName(hosts, log));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 6);
        return registration;
    }

    @Bean
    FilterRegistrationBean<RequestSize> requestSize(ObjectProvider<BodyLimit> larger) {
        var registration = new FilterRegistrationBean<>(
                new RequestSize(larger.orderedStream().toList()));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return registration;
    }

    @Bean
    FilterRegistrationBean<FailurePages> failurePages() {
        var registration = new FilterRegistrationBean<>(new FailurePages());
        registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER - 1);
        registration.setDispatcherTypes(DispatcherType.ERROR);
        return registration;
    }

    @Bean
    FilterRegistrationBean<Outages> outages() {
        var registration = new FilterRegistrationBean<>(new Outages());
        registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER - 2);
        return registration;
    }

    @Bean
    FilterRegistrationBean<BackChannel.Door> backChannelDoor(SecurityLog log) {
        var registration = new FilterRegistrationBean<>(new BackChannel.Door(log));
        registration.addUrlPatterns("/logout/connect/back-channel/*");
        registration.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER - 1);
        return registration;
    }

    /** After security, which has read what it needs and turned away what no text has. */
    @Bean
    FilterRegistrationBean<SeenParameters> seenParameters() {
        var registration = new FilterRegistrationBean<>(new SeenParameters());
        registration.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER + 1);
        return registration;
    }

    /** Before any controller is looked for, and where the session is known: a page that says no has a frame too. */
    @Bean
    FilterRegistrationBean<OncePerRequestFilter> frame(Clock clock) {
        var registration = new FilterRegistrationBean<OncePerRequestFilter>(new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                request.setAttribute("frame", new PageFrame(request, banners, salvage, sheets, people, clock));
                chain.doFilter(request, response);
            }

            @Override
            protected boolean shouldNotFilterErrorDispatch() {
                return false;
            }
        });
        registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER + 1);
        return registration;
    }

    @Bean
    FilterRegistrationBean<ContentSecurityPolicy> contentSecurityPolicy(ClientRegistration keycloak) {
        var registration = new FilterRegistrationBean<>(new ContentSecurityPolicy(keycloak));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 5);
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
        return registration;
    }
}
