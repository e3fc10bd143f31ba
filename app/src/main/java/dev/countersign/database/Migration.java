package dev.countersign.database;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Applies the migrations with the owner's account, and ends. It is a process of its own, so that the one that serves
 * never holds the password of an account which can rewrite history.
 */
@ImportAutoConfiguration(FlywayAutoConfiguration.class)
public final class Migration {

    /** The program's argument that asks for it. */
    public static final String ARGUMENT = "migrate";

    private Migration() {}

    public static void run(String... args) {
        var migration = new SpringApplication(Migration.class);
        migration.setWebApplicationType(WebApplicationType.NONE);
        migration.setDefaultProperties(Map.of("spring.flyway.url", "${spring.datasource.url}"));
        ApplicationContextInitializer<ConfigurableApplicationContext> owner = Migration::expectOwner;
        migration.addInitializers(owner);
        migration.run(args).close();
    }

    private static void expectOwner(ConfigurableApplicationContext context) {
        if (!context.getEnvironment().containsProperty("spring.flyway.user")) {
            throw new SchemaRefused("Expected to migrate with the owner's account, but none is given.");
        }
    }
}
