package dev.countersign.identity.web;

import java.util.Arrays;
import java.util.function.Supplier;
import org.apache.catalina.Context;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** What is set at Tomcat itself, further out than any filter. */
@Configuration(proxyBeanMethods = false)
class ServerConfiguration {

    /** After Spring Boot has put its own in. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> outermostErrors(ObjectProvider<Problems> problems) {
        return server -> server.addContextCustomizers(context -> reportErrors(context, problems::getObject));
    }

    private static void reportErrors(Context context, Supplier<Problems> problems) {
        if (context.getParent() instanceof StandardHost host) {
            Arrays.stream(host.getPipeline().getValves())
                    .filter(ErrorReportValve.class::isInstance)
                    .forEach(host.getPipeline()::removeValve);
            host.setErrorReportValveClass(OutermostErrors.class.getName());
            host.getPipeline().addValve(new OutermostErrors(problems));
        }
    }
}
