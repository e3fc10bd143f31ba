package dev.countersign.identity.web;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.stereotype.Component;

/** Forgets sessions that have ended, by the house's own clockwork: Spring Session's complains at length of each outage. */
@Component
class EndedSessions {

    private final ObjectProvider<JdbcIndexedSessionRepository> kept;

    EndedSessions(ObjectProvider<JdbcIndexedSessionRepository> kept) {
        this.kept = kept;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
    void forget() {
        kept.ifAvailable(JdbcIndexedSessionRepository::cleanUpExpiredSessions);
    }
}
