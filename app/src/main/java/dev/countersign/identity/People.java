package dev.countersign.identity;

import dev.countersign.refusals.Refusal;
import dev.countersign.refusals.Told;
import dev.countersign.refusals.Words;
import dev.countersign.spelling.Excerpt;
import dev.countersign.spelling.PlainText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Everybody the house knows of: who logged in, and who the registry names as owner, director or VP. */
@Repository
public class People {

    /** More steps than any house has between somebody and its head. */
    private static final int HIGHEST = 12;

    private final JdbcClient sql;
    private final Clock clock;

    People(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    public Optional<Person> find(PersonId id) {
        return sql.sql("SELECT id, name, email, roles FROM identity.person WHERE id = :id")
                .param("id", id.value())
                .query(People::person)
                .optional();
    }

    public Person get(PersonId id) {
        return find(id).orElseThrow(() -> unknown(id.value()));
    }

    /** Whoever is meant by what somebody typed. */
    public Person meant(String typed) {
        return PersonId.of(typed).flatMap(this::find).orElseThrow(() -> unknown(typed));
    }

    private static Refusal unknown(String typed) {
        String who = Excerpt.of(PlainText.line(typed), 64);
        return Refusal.notFound("identity.unknown-person")
                .expectedTo("find person '%s'", who)
                .because("nobody here is called '%s'", who)
                .instead("Choose somebody from the list, or ask them to log in once.");
    }

    public List<Person> named(Collection<PersonId> ids) {
        return sql.sql("SELECT id, name, email, roles FROM identity.person WHERE id = ANY(:ids) ORDER BY name")
                .param("ids", ids.stream().map(PersonId::value).toArray(String[]::new))
                .query(People::person)
                .list();
    }

    /** Those whose name is this, however it is capitalised. */
    public List<Person> called(String name) {
        return sql.sql(
                        "SELECT id, name, email, roles FROM identity.person WHERE lower(name) = lower(:name) ORDER BY id")
                .param("name", name)
                .query(People::person)
                .list();
    }

    /** Some in whose name or id this stands, in the order of their names. */
    public List<Person> matching(String text, int most) {
        return sql.sql("""
                SELECT id, name, email, roles FROM identity.person
                WHERE position(lower(:text) IN lower(name)) > 0 OR position(lower(:text) IN id) > 0
                ORDER BY name, id LIMIT :most
                """)
                .param("text", text)
                .param("most", most)
                .query(People::person)
                .list();
    }

    public List<Person> with(Role role) {
        return sql.sql(
                        "SELECT id, name, email, roles FROM identity.person WHERE roles @> ARRAY[:role]::text[] ORDER BY name")
                .param("role", role.name())
                .query(People::person)
                .list();
    }

    /** Whom somebody answers to, and whom those answer to, as the identity provider says; a circle ends by itself. */
    public Set<PersonId> above(PersonId person) {
        return sql
                .sql("""
                WITH RECURSIVE boss (id, height) AS (
                    SELECT manager, 1 FROM identity.person WHERE id = :person AND manager IS NOT NULL
                    UNION ALL
                    SELECT p.manager, b.height + 1 FROM boss b JOIN identity.person p ON p.id = b.id
                    WHERE p.manager IS NOT NULL AND b.height < :highest)
                SELECT DISTINCT id FROM boss WHERE id <> :person
                """)
                .param("person", person.value())
                .param("highest", HIGHEST)
                .query((row, number) -> PersonId.recorded(row.getString("id")))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Their names, fetched at once; whoever is not known keeps their id. */
    public Function<PersonId, String> names(Collection<PersonId> ids) {
        Map<PersonId, String> names = named(ids).stream().collect(Collectors.toMap(Person::id, Person::name));
        return id -> names.getOrDefault(id, id.value());
    }

    /** A refusal as somebody reads it: others by their names, fetched at once, and themselves as "you". */
    public Told tell(Refusal refusal, Optional<PersonId> reader) {
        List<PersonId> others = refusal.people().stream()
                .map(PersonId::recorded)
                .filter(person -> !reader.equals(Optional.of(person)))
                .toList();
        Function<PersonId, String> names = others.isEmpty() ? PersonId::value : names(others);
        return refusal.told(namesFor(reader, names));
    }

    /** The same names, by which the reader is "you". */
    public static UnaryOperator<String> namesFor(Optional<PersonId> reader, Function<PersonId, String> names) {
        return id -> {
            PersonId person = PersonId.recorded(id);
            return reader.equals(Optional.of(person)) ? Words.YOU : names.apply(person);
        };
    }

    /** Keeps what the identity provider said of a person at their log-in. */
    @Transactional
    public void remember(Person person) {
        sql.sql("""
                INSERT INTO identity.person (id, name, email, roles, seen_at)
                VALUES (:id, :name, :email, :roles, :now)
                ON CONFLICT (id) DO UPDATE SET name = excluded.name, email = excluded.email, roles = excluded.roles, seen_at = excluded.seen_at
                """)
                .param("id", person.id().value())
                .param("name", person.name())
                .param("email", person.email())
                .param("roles", person.roles().stream().map(Role::name).sorted().toArray(String[]::new))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The same, with the rest of what it said. An address stays theirs when they get another one; a manager does not. */
    @Transactional
    public void remember(Person person, Profile profile) {
        remember(person);
        sql.sql("UPDATE identity.person SET manager = :manager WHERE id = :id")
                .param("manager", profile.manager().map(PersonId::value).orElse(null))
                .param("id", person.id().value())
                .update();
        profile.addresses()
                .forEach(address -> sql.sql("""
                INSERT INTO identity.address (email, person_id, since) VALUES (:email, :person, :now)
                ON CONFLICT DO NOTHING
                """)
                        .param("email", address)
                        .param("person", person.id().value())
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update());
    }

    private static Person person(ResultSet row, int number) throws SQLException {
        return new Person(
                PersonId.recorded(row.getString("id")),
                row.getString("name"),
                row.getString("email"),
                PresentRoles.roles(row.getArray("roles")));
    }
}
