package dev.countersign.identity.web;

import dev.countersign.identity.Person;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** A log-in or a token that is known to belong to a person. */
interface Acting {

    Person person();

    static Optional<Person> now() {
        return in(SecurityContextHolder.getContext().getAuthentication());
    }

    static Optional<Person> in(@Nullable Authentication authentication) {
        if (authentication instanceof Acting acting) {
            return Optional.of(acting.person());
        }
        return authentication != null && authentication.getPrincipal() instanceof Acting acting
                ? Optional.of(acting.person())
                : Optional.empty();
    }
}
