package dev.countersign.identity.web;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Hears what is written to the log of security events. */
final class HeardLog implements AutoCloseable {

    private final Logger log = (Logger) LoggerFactory.getLogger("countersign.security");
    private final ListAppender<ILoggingEvent> heard = new ListAppender<>();

    HeardLog() {
        heard.start();
        log.addAppender(heard);
    }

    List<String> lines() {
        return heard.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @Override
    public void close() {
        log.detachAppender(heard);
    }
}
