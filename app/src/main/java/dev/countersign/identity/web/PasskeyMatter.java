package dev.countersign.identity.web;

import dev.countersign.identity.OwnMatter;
import dev.countersign.identity.Passkey;
import dev.countersign.identity.Passkeys;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says on a leader's own page which passkeys they sign with. */
@Component
@Order(1)
class PasskeyMatter implements OwnMatter {

    private final Passkeys passkeys;

    PasskeyMatter(Passkeys passkeys) {
        this.passkeys = passkeys;
    }

    @Override
    public Optional<Standing> of(Person person) {
        return person.has(Role.DIRECTOR) || person.has(Role.VP)
                ? Optional.of(new Standing("Passkeys", words(passkeys.of(person)), "/identity/passkeys"))
                : Optional.empty();
    }

    private static String words(List<Passkey> all) {
        return all.isEmpty()
                ? "You have none, so each decision of yours takes a log-in of its own."
                : "You sign with %s.".formatted(all.stream().map(Passkey::label).collect(Collectors.joining(", ")));
    }
}
