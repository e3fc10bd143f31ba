package dev.countersign;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/** What one class logs while a test breaks something on purpose: for the test to look at, and not for the console. */
public final class Told implements BeforeEachCallback, AfterEachCallback {

    private final Logger logger;
    private final List<ILoggingEvent> heard = new CopyOnWriteArrayList<>();
    private final AppenderBase<ILoggingEvent> ear = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            heard.add(event);
        }
    };

    private @Nullable Level level;

    private Told(String logger) {
        this.logger = (Logger) LoggerFactory.getLogger(logger);
    }

    /** For a field with `@RegisterExtension`. */
    public static Told by(Class<?> who) {
        return by(who.getName());
    }

    /** For one of whom only the name is known. */
    public static Told by(String logger) {
        return new Told(logger);
    }

    /** Each line, with the message of the failure whose story follows it. */
    public List<String> lines() {
        return heard.stream()
                .map(event -> event.getFormattedMessage()
                        + (event.getThrowableProxy() == null
                                ? ""
                                : ": " + event.getThrowableProxy().getMessage()))
                .toList();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        heard.clear();
        ear.start();
        level = logger.getLevel();
        logger.setLevel(Level.INFO);
        logger.addAppender(ear);
        logger.setAdditive(false);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        logger.setLevel(level);
        logger.setAdditive(true);
        logger.detachAppender(ear);
    }
}
