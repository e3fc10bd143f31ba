package dev.countersign.local;

import dev.countersign.refusals.Refusal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * How the local stack is laid out.
 *
 * @param data everything that a next start must find again: databases, broker log, secrets, logs
 * @param dist unpacked server distributions; shared by all data folders
 * @param reset whether to empty the data folder before the start
 * @param java home of the JDK (21 or newer) for broker and Keycloak; by default the one that runs this
 * @param patience how long to wait for one part
 * @param train whether to prepare a faster next start in the background, once
 * @param engine which Camunda: `broker`, `memory` or the address of a gateway that somebody else runs
 * @param ports where the parts listen on loopback
 */
@ConfigurationProperties("countersign.local")
record LocalSettings(
        @DefaultValue(".local/data") Path data,
        @DefaultValue(".local/dist") Path dist,
        @DefaultValue("false") boolean reset,
        @Nullable Path java,
        @DefaultValue("300s") Duration patience,
        @DefaultValue("true") boolean train,
        @DefaultValue("broker") String engine,
        @DefaultValue Ports ports) {

    private static final String PREFIX = "countersign.local";
    private static final String WAY_OUT = "Give --reset, or --" + PREFIX
            + ".<data|dist|java|patience|train|engine|ports.<part>>=<value>, or any property of the app.";

    /** Reads arguments first, then system properties, then environment variables. */
    static LocalSettings of(String... args) {
        var environment = new StandardEnvironment();
        var line = new SimpleCommandLinePropertySource(checked(args));
        environment.getPropertySources().addFirst(line);
        if (line.containsProperty("reset")) {
            environment.getPropertySources().addFirst(resetting());
        }
        return bind(Binder.get(environment));
    }

    private static MapPropertySource resetting() {
        return new MapPropertySource("--reset", Map.of(PREFIX + ".reset", "true"));
    }

    private LocalSettings absolute() {
        Path home = java == null ? null : java.toAbsolutePath().normalize();
        return new LocalSettings(
                data.toAbsolutePath().normalize(),
                dist.toAbsolutePath().normalize(),
                reset,
                home,
                patience,
                train,
                engine,
                ports);
    }

    private static LocalSettings bind(Binder binder) {
        try {
            LocalSettings bound = binder.bindOrCreate(PREFIX, LocalSettings.class);
            return bound.absolute();
        } catch (BindException e) {
            throw Refusal.invalid(
                    "local.setting",
                    "Expected to read setting '" + e.getName() + "', but its value cannot be understood.",
                    WAY_OUT);
        }
    }

    private static String[] checked(String... args) {
        List<String> unknown = List.of(args).stream()
                .filter(arg -> !arg.equals("--reset") && !arg.matches("--[\\w.\\[\\]-]+=.*"))
                .toList();
        if (unknown.isEmpty()) {
            return args;
        }
        throw Refusal.invalid(
                "local.argument",
                "Expected to read argument '" + unknown.getFirst() + "', but there is none of that name.",
                WAY_OUT);
    }
}
