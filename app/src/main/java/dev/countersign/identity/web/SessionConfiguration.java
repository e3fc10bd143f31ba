package dev.countersign.identity.web;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/** Log-ins in PostgreSQL; see `docs/decisions/sessions.md`. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

    /** Spring Session looks for it by this name. */
    @Bean("springSessionConversionService")
    ConversionService sessionBytes() {
        var conversion = new GenericConversionService();
        conversion.addConverter(Object.class, byte[].class, new SerializingConverter());
        conversion.addConverter(byte[].class, Object.class, new SessionBytes());
        return conversion;
    }

    /** Two requests of one session may write the same attribute at once. */
    @Bean
    PostgreSqlJdbcIndexedSessionRepositoryCustomizer upserts() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }

    /** Filters of the pages' chain, which belong nowhere else. */
    @Bean
    FilterRegistrationBean<StillThere> stillThereOnlyInTheChain(StillThere stillThere) {
        var registration = new FilterRegistrationBean<>(stillThere);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    FilterRegistrationBean<StepUpReturn> stepUpReturnOnlyInTheChain(StepUpReturn stepUpReturn) {
        var registration = new FilterRegistrationBean<>(stepUpReturn);
        registration.setEnabled(false);
        return registration;
    }
}
