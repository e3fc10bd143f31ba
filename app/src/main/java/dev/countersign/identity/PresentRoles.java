package dev.countersign.identity;

import dev.countersign.refusals.Refusal;
import java.sql.Array;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What somebody may be at the very moment of a deed: what their log-in says and PostgreSQL says too. A role that was
 * taken away after the page was drawn does not count any more.
 */
@Component
public class PresentRoles {

    private final JdbcClient sql;

    PresentRoles(JdbcClient sql) {
        this.sql = sql;
    }

    /** The same person with the roles that still hold; they stay as they are until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Person of(Person claimed) {
        Set<Role> known = sql.sql("SELECT roles FROM identity.person WHERE id = :id FOR SHARE")
                .param("id", claimed.id().value())
                .query((row, number) -> roles(row.getArray("roles")))
                .optional()
                .orElseThrow(() -> unknown(claimed));
        return new Person(
                claimed.id(),
                claimed.name(),
                claimed.email(),
                claimed.roles().stream().filter(known::contains).collect(Collectors.toUnmodifiableSet()));
    }

    private static Refusal unknown(Person claimed) {
        return Refusal.forbidden("identity.never-logged-in")
                .cannot("do this")
                .because("%s [has|have] never logged in here", claimed.id())
                .instead("Log in with a browser once, and send it again.");
    }

    static Set<Role> roles(Array array) throws SQLException {
        return Arrays.stream((String[]) array.getArray()).map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
