package dev.countersign.local;

import dev.countersign.Countersign;
import dev.countersign.refusals.Refusal;
import java.util.Arrays;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Runs the application with every server it needs, on loopback, with one data folder. */
public final class LocalCountersign {

    private LocalCountersign() {}

    public static void main(String... args) {
        var running = new Running();
        Runtime.getRuntime().addShutdownHook(new Thread(running::close, "stop"));
        try {
            run(running, args);
        } catch (RuntimeException e) {
            if (!running.isClosed()) {
                explain(e);
                // What is half up would have much to say about how it is taken down.
                log(LogLevel.OFF);
                System.exit(1);
            }
        }
    }

    private static void run(Running running, String... args) {
        var progress = Progress.on(System.out);
        // Until the application sets up its log, libraries would write theirs between the lines.
        log(LogLevel.ERROR);
        var settings = LocalSettings.of(args);
        var stack = running.own(LocalStack.open(settings, progress));
        stack.start(() -> progress.during(
                "Countersign", "its pages on port " + stack.appPort(), () -> running.own(application(stack, args))));
        progress.say(Welcome.text(stack));
        if (settings.train() && stack.isUntrained()) {
            train(running, stack, progress);
        }
    }

    private static void log(LogLevel level) {
        LoggingSystem.get(LocalCountersign.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, level);
    }

    /** What runs goes on without it, so a refusal is told and nothing ends. */
    private static void train(Running running, LocalStack stack, Progress progress) {
        progress.say("Preparing a faster next start in the background; this happens once.");
        try {
            stack.brokerCache().make(stack.site());
            progress.say("The next start will be faster.");
        } catch (Refusal refusal) {
            if (!running.isClosed()) {
                progress.say(refusal.sentence() + " " + refusal.wayOut());
            }
        }
    }

    private static void explain(RuntimeException failure) {
        if (failure instanceof Refusal refusal) {
            System.err.println(refusal.sentence() + " " + refusal.wayOut());
        } else {
            failure.printStackTrace();
        }
    }

    private static ConfigurableApplicationContext application(LocalStack stack, String... args) {
        var application = new SpringApplication(Countersign.class);
        application.setAdditionalProfiles("local");
        // The servers may only go after the application has: the order is Running's.
        application.setRegisterShutdownHook(false);
        application.setDefaultProperties(Map.of(
                "spring.main.banner-mode", "off",
                "countersign.local.demo", "true",
                "logging.file.name", stack.folder().file("logs/countersign.log").toString(),
                "logging.threshold.console", "ERROR"));
        application.addInitializers(context -> tell(context.getEnvironment(), stack.properties()));
        try {
            return application.run(
                    Arrays.stream(args).filter(arg -> !arg.equals("--reset")).toArray(String[]::new));
        } catch (RuntimeException e) {
            throw failed(stack, e);
        }
    }

    private static Refusal failed(LocalStack stack, RuntimeException failure) {
        return Refusal.conflict(
                "local.app-failed",
                "Expected to start Countersign, but " + NestedExceptionUtils.getMostSpecificCause(failure) + ".",
                "Read " + stack.folder().file("logs/countersign.log") + ".");
    }

    private static void tell(ConfigurableEnvironment environment, Map<String, String> properties) {
        environment.getPropertySources().addFirst(new MapPropertySource("local stack", Map.copyOf(properties)));
    }
}
