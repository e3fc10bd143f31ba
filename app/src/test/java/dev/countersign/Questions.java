package dev.countersign;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a piece of work asks the database in its own thread, as the log of JDBC has it. */
public final class Questions {

    private Questions() {}

    public static List<String> of(Runnable work) {
        Logger log = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        Thread asking = Thread.currentThread();
        List<String> asked = new CopyOnWriteArrayList<>();
        var listening = new AppenderBase<ILoggingEvent>() {
            @Override
            protected void append(ILoggingEvent event) {
                if (Thread.currentThread().equals(asking)
                        && event.getFormattedMessage().startsWith("Executing prepared SQL statement")) {
                    asked.add(event.getFormattedMessage());
                }
            }
        };
        listening.start();
        log.addAppender(listening);
        log.setLevel(Level.DEBUG);
        log.setAdditive(false);
        try {
            work.run();
        } finally {
            log.setAdditive(true);
            log.setLevel(null);
            log.detachAppender(listening);
        }
        return asked;
    }
}
