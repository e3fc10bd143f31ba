package dev.countersign.database;

import com.zaxxer.hikari.HikariDataSource;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the pulse beside the pool, and looks at the schema before anybody uses it. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    /** Where the owner's account is given, as on the local stack, each start migrates. */
    @Bean
    FlywayMigrationStrategy migrations(@Value("${spring.flyway.user:}") String owner) {
        return flyway -> {
            if (owner.isEmpty()) {
                new Schema(flyway).expectMigrated();
            } else {
                flyway.migrate();
            }
        };
    }

    @Bean
    static BeanPostProcessor watchedPool() {
        return new BeanPostProcessor() {

            private final String name = UUID.randomUUID().toString();

            @Override
            public Object postProcessBeforeInitialization(Object bean, String beanName) {
                if (bean instanceof HikariDataSource pool) {
                    pool.addDataSourceProperty("socketFactory", Lines.class.getName());
                    pool.addDataSourceProperty("socketFactoryArg", name);
                }
                return bean;
            }

            @Override
            public Object postProcessAfterInitialization(Object bean, String beanName) {
                return bean instanceof HikariDataSource pool
                        ? new Watched(pool, new Pulse(pool, () -> Lines.cut(name)))
                        : bean;
            }
        };
    }
}
