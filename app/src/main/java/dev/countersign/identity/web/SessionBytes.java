package dev.countersign.identity.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputFilter.FilterInfo;
import java.io.ObjectInputFilter.Status;
import java.io.ObjectInputStream;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.convert.converter.Converter;

/**
 * Reads what a session holds from bytes that lay in the database. Only classes of the list are ever made; what cannot
 * be read counts as not there, so that at worst somebody logs in again.
 */
final class SessionBytes implements Converter<byte[], @Nullable Object> {

    private static final Logger LOG = LoggerFactory.getLogger(SessionBytes.class);

    private static final long MOST_BYTES = 2_000_000;
    private static final long DEEPEST = 40;
    private static final long MOST_REFERENCES = 100_000;

    private static final Set<String> VALUES = Set.of(
            "java.lang.Boolean",
            "java.lang.Enum",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Number",
            "java.lang.Object",
            "java.lang.String",
            "java.lang.String$CaseInsensitiveComparator",
            "java.net.URL",
            "java.time.Instant",
            "java.time.Ser",
            "java.util.Locale");

    private static final Set<String> COLLECTIONS = Set.of(
            "java.util.ArrayList",
            "java.util.CollSer",
            "java.util.Collections$EmptyList",
            "java.util.Collections$EmptyMap",
            "java.util.Collections$EmptySet",
            "java.util.Collections$SingletonList",
            "java.util.Collections$SingletonMap",
            "java.util.Collections$SingletonSet",
            "java.util.Collections$UnmodifiableCollection",
            "java.util.Collections$UnmodifiableList",
            "java.util.Collections$UnmodifiableMap",
            "java.util.Collections$UnmodifiableRandomAccessList",
            "java.util.Collections$UnmodifiableSet",
            "java.util.HashMap",
            "java.util.HashSet",
            "java.util.ImmutableCollections$List12",
            "java.util.ImmutableCollections$ListN",
            "java.util.ImmutableCollections$Map1",
            "java.util.ImmutableCollections$MapN",
            "java.util.ImmutableCollections$Set12",
            "java.util.ImmutableCollections$SetN",
            "java.util.LinkedHashMap",
            "java.util.LinkedHashSet",
            "java.util.Map$Entry",
            "java.util.TreeMap",
            "java.util.concurrent.CopyOnWriteArrayList",
            "org.springframework.util.LinkedMultiValueMap",
            "org.springframework.util.MultiValueMapAdapter");

    /** Who is logged in, a log-in that is under way, the token of forms, and what the next page says. */
    private static final Set<String> SPRINGS = Set.of(
            "org.springframework.security.authentication.AbstractAuthenticationToken",
            "org.springframework.security.core.authority.SimpleGrantedAuthority",
            "org.springframework.security.core.context.SecurityContextImpl",
            "org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken",
            "org.springframework.security.oauth2.core.AbstractOAuth2Token",
            "org.springframework.security.oauth2.core.AuthorizationGrantType",
            "org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest",
            "org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponseType",
            "org.springframework.security.oauth2.core.oidc.OidcIdToken",
            "org.springframework.security.oauth2.core.oidc.OidcUserInfo",
            "org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser",
            "org.springframework.security.oauth2.core.user.DefaultOAuth2User",
            "org.springframework.security.web.authentication.WebAuthenticationDetails",
            "org.springframework.security.web.csrf.DefaultCsrfToken",
            "org.springframework.security.web.savedrequest.DefaultSavedRequest",
            "org.springframework.security.web.savedrequest.SavedCookie",
            "org.springframework.web.servlet.FlashMap");

    /** A refusal is an exception with all that belongs to one. */
    private static final Set<String> OURS = Set.of(
            "dev.countersign.identity.Salvaged",
            "dev.countersign.identity.Salvaged$Why",
            "dev.countersign.identity.web.LogInState",
            "dev.countersign.identity.web.PersonPrincipal",
            "dev.countersign.identity.web.SalvageStore$Entry",
            "dev.countersign.identity.web.SignatureUnderWay",
            "dev.countersign.identity.web.StepUpUnderWay",
            "dev.countersign.refusals.Refusal",
            "dev.countersign.refusals.Refusal$Kind",
            "dev.countersign.refusals.Words",
            "dev.countersign.refusals.Words$Text",
            "dev.countersign.refusals.Words$Verb",
            "dev.countersign.refusals.Words$Who",
            "java.lang.Exception",
            "java.lang.RuntimeException",
            "java.lang.StackTraceElement",
            "java.lang.Throwable");

    private static final Set<String> KNOWN =
            Stream.of(VALUES, COLLECTIONS, SPRINGS, OURS).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());

    @Override
    public @Nullable Object convert(byte[] bytes) {
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            in.setObjectInputFilter(SessionBytes::check);
            return in.readObject();
        } catch (IOException | ClassNotFoundException unreadable) {
            LOG.warn("A part of a session cannot be read and counts as not there: {}", unreadable.toString());
            return null;
        }
    }

    private static Status check(FilterInfo info) {
        if (info.streamBytes() > MOST_BYTES || info.depth() > DEEPEST || info.references() > MOST_REFERENCES) {
            return Status.REJECTED;
        }
        return Optional.ofNullable(info.serialClass())
                .map(SessionBytes::element)
                .filter(type -> !type.isPrimitive() && !KNOWN.contains(type.getName()))
                .map(SessionBytes::reject)
                .orElse(info.serialClass() == null ? Status.UNDECIDED : Status.ALLOWED);
    }

    private static Status reject(Class<?> unknown) {
        LOG.warn("A session holds a {}, which is not on the list", unknown.getName());
        return Status.REJECTED;
    }

    private static Class<?> element(Class<?> type) {
        return type.isArray() ? element(type.componentType()) : type;
    }
}
