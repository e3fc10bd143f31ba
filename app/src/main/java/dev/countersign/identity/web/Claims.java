package dev.countersign.identity.web;

import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.identity.Profile;
import dev.countersign.identity.Role;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.ClaimAccessor;

/** Reads a person out of what the identity provider claims; an account that belongs to nobody gets nobody's roles. */
final class Claims {

    private Claims() {}

    static Optional<Person> person(ClaimAccessor token) {
        return id(token, "person").map(id -> person(id, token));
    }

    private static Optional<String> id(ClaimAccessor token, String claim) {
        return token.getClaim(claim) instanceof String text && !text.isBlank() && text.length() <= 64
                ? Optional.of(text)
                : Optional.empty();
    }

    private static Person person(String id, ClaimAccessor token) {
        var name = Objects.requireNonNullElse(token.getClaimAsString("name"), id);
        var email = Objects.requireNonNullElse(token.getClaimAsString("email"), "");
        return new Person(new PersonId(id), name, email, roles(token));
    }

    /** Anybody may claim any address: without a word that it is verified, it is nobody's. */
    static Profile profile(ClaimAccessor token) {
        var address = Optional.ofNullable(token.getClaimAsString("email"))
                .filter(email -> Boolean.TRUE.equals(token.getClaim("email_verified")))
                .filter(email -> email.length() >= 3 && email.length() <= 320);
        return new Profile(address, id(token, "manager").map(PersonId::new));
    }

    static List<GrantedAuthority> authorities(Optional<Person> person) {
        return person.stream()
                .flatMap(somebody -> somebody.roles().stream())
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority(role.authority()))
                .toList();
    }

    private static Set<Role> roles(ClaimAccessor token) {
        return realmRoles(token.getClaim("realm_access")).stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .flatMap(name -> Role.ofRealm(name).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Collection<?> realmRoles(@Nullable Object realmAccess) {
        return realmAccess instanceof Map<?, ?> access && access.get("roles") instanceof Collection<?> names
                ? names
                : List.of();
    }
}
