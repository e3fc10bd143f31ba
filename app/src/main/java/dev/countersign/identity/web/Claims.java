package dev.countersign.identity.web;

import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.identity.Profile;
import dev.countersign.identity.Role;
import dev.countersign.spelling.Excerpt;
import dev.countersign.spelling.MailAddress;
import dev.countersign.spelling.PlainText;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.ClaimAccessor;

/**
 * Reads a person out of what the identity provider claims; an account that belongs to nobody gets nobody's roles, and one
 * whose claim cannot be read is refused.
 */
final class Claims {

    private Claims() {}

    static Optional<Person> person(ClaimAccessor token) {
        return id(token, "person").map(id -> person(id, token));
    }

    private static Optional<PersonId> id(ClaimAccessor token, String claim) {
        return line(token, claim).map(text -> PersonId.of(text).orElseThrow(() -> new UnreadableClaim(claim, text)));
    }

    /** What can be seen of a claim; empty if that is nothing. */
    private static Optional<String> line(ClaimAccessor token, String claim) {
        return token.getClaim(claim) instanceof String text
                ? Optional.of(PlainText.line(text)).filter(seen -> !seen.isEmpty())
                : Optional.empty();
    }

    private static Person person(PersonId id, ClaimAccessor token) {
        String name = line(token, "name").map(seen -> Excerpt.of(seen, 200)).orElse(id.value());
        return new Person(id, name, email(token).orElse(""), roles(token));
    }

    /** Two addresses that differ in their capitals reach the same person. */
    private static Optional<String> email(ClaimAccessor token) {
        return line(token, "email")
                .map(address -> address.toLowerCase(Locale.ROOT))
                .filter(address -> address.length() >= 3 && address.length() <= 320);
    }

    /** Anybody may claim any address: without a word that it is verified, it is nobody's. */
    static Profile profile(ClaimAccessor token) {
        Optional<String> address = email(token).filter(_ -> Boolean.TRUE.equals(token.getClaim("email_verified")));
        return new Profile(address, id(token, "manager"), atForges(token.getClaim("forge_login")));
    }

    /** One account as `github.com/ada`, or several; what is none names nobody. */
    private static List<String> atForges(@Nullable Object accounts) {
        return (accounts instanceof Collection<?> several
                        ? several
                        : Optional.ofNullable(accounts).stream().toList())
                .stream()
                        .filter(String.class::isInstance)
                        .flatMap(account -> MailAddress.atForge((String) account).stream())
                        .map(MailAddress::value)
                        .distinct()
                        .toList();
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
