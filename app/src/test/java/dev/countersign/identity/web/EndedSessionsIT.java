package dev.countersign.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.local.OnRealStack;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

@OnRealStack
class EndedSessionsIT {

    @Autowired
    EndedSessions ended;

    @Autowired
    JdbcIndexedSessionRepository sessions;

    @Autowired
    JdbcClient sql;

    @Test
    void forgetsASessionThatHasEndedAndNoOther() {
        String over = keep(sessions, Duration.ofHours(1));
        String goesOn = keep(sessions, Duration.ofMinutes(1));
        ended.forget();
        assertThat(isKept(over)).isFalse();
        assertThat(isKept(goesOn)).isTrue();
    }

    /** One that nobody used for so long; it ends after half an hour. */
    private static <S extends Session> String keep(SessionRepository<S> sessions, Duration unused) {
        S session = sessions.createSession();
        session.setMaxInactiveInterval(Duration.ofMinutes(30));
        session.setLastAccessedTime(Instant.now().minus(unused));
        sessions.save(session);
        return session.getId();
    }

    private boolean isKept(String id) {
        return sql.sql("SELECT EXISTS (SELECT FROM identity.session WHERE session_id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }
}
