package dev.countersign.registry.files;

import dev.countersign.identity.PersonId;
import dev.countersign.registry.DataClass;
import dev.countersign.registry.Department;
import dev.countersign.registry.Environment;
import dev.countersign.registry.SystemFacts;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes facts of what a file says; what it does not mention stays as it is, or takes the mildest value if it is new. */
final class EntryReader {

    private final House house;
    private final Choices choices;
    private final Consumer<BadRow> bad;

    EntryReader(House house, Choices choices, Consumer<BadRow> bad) {
        this.house = house;
        this.choices = choices;
        this.bad = bad;
    }

    Optional<Department> department(Entry entry) {
        Reading read = new Reading(entry);
        Optional<Department> was = Optional.ofNullable(house.departments().get(entry.key()));
        Department now = new Department(
                read.key(),
                read.name("name", was.map(Department::name), Optional.of(entry.key())),
                read.name(
                        "organisation", was.map(Department::organisation), Optional.ofNullable(choices.organisation())),
                read.person("director", was.map(Department::director), choices.director()),
                read.person("vp", was.map(Department::vp), choices.vp()));
        return read.isFine() ? Optional.of(now) : Optional.empty();
    }

    Optional<SystemFacts> system(Entry entry) {
        Reading read = new Reading(entry);
        Optional<SystemFacts> was = house.system(entry.key());
        SystemFacts now = new SystemFacts(
                read.key(),
                read.name("name", was.map(SystemFacts::name), Optional.of(entry.key())),
                read.text("description", was.map(SystemFacts::description)),
                read.name("department", was.map(SystemFacts::department), Optional.ofNullable(choices.department())),
                read.text("team", was.map(SystemFacts::team)),
                read.person("owner", was.map(SystemFacts::owner), choices.owner()),
                read.list("repositories", was.map(SystemFacts::repositories)),
                read.words("environments", Environment.class, was.map(SystemFacts::environments)),
                read.truth("consumerFacing", was.map(SystemFacts::consumerFacing)),
                read.truth("controlPlane", was.map(SystemFacts::controlPlane)),
                read.word("dataClass", was.map(SystemFacts::dataClass)),
                read.list("dependencies", was.map(SystemFacts::dependencies)),
                read.tier(was.map(SystemFacts::declaredTier)));
        return read.isFine() ? Optional.of(now) : Optional.empty();
    }

    /** One entry, and how much of it could not be read. */
    private final class Reading {

        private final Entry entry;
        private final AtomicInteger problems = new AtomicInteger();

        Reading(Entry entry) {
            this.entry = entry;
        }

        boolean isFine() {
            return problems.get() == 0;
        }

        String key() {
            return entry.key().isEmpty() ? wrong("key", "the key is missing", "") : entry.key();
        }

        /** What may be empty. */
        String text(String field, Optional<String> was) {
            if (entry.empties(field)) {
                return "";
            }
            return entry.says(field) ? entry.text(field) : was.orElse("");
        }

        /** What everything of its kind has. */
        String name(String field, Optional<String> was, Optional<String> otherwise) {
            if (entry.empties(field)) {
                return wrong(field, "%s cannot be none".formatted(field), "");
            }
            Optional<String> said = entry.says(field) ? Optional.of(entry.text(field)) : was;
            return said.or(() -> otherwise).orElseGet(() -> wrong(field, "%s is missing".formatted(field), ""));
        }

        PersonId person(String field, Optional<PersonId> was, @Nullable String otherwise) {
            String id = name(field, was.map(PersonId::value), Optional.ofNullable(otherwise));
            return id.isEmpty()
                    ? new PersonId("nobody")
                    : PersonId.of(id)
                            .orElseGet(() -> wrong(field, "%s is no person".formatted(field), new PersonId("nobody")));
        }

        /** Names stand beside each other with white space, commas or semicolons between them. */
        List<String> list(String field, Optional<List<String>> was) {
            if (entry.empties(field)) {
                return List.of();
            }
            return entry.says(field) ? split(entry.text(field)) : was.orElse(List.of());
        }

        boolean truth(String field, Optional<Boolean> was) {
            return switch (entry.text(field).toLowerCase(Locale.ROOT)) {
                case "" -> was.orElse(false);
                case "yes", "true", "wahr" -> true;
                case "no", "false", "falsch" -> false;
                default -> wrong(field, "%s has to be yes or no".formatted(field), false);
            };
        }

        DataClass word(String field, Optional<DataClass> was) {
            if (!entry.says(field)) {
                return was.orElse(DataClass.INTERNAL);
            }
            return constant(DataClass.class, entry.text(field))
                    .orElseGet(() -> wrong(
                            field,
                            "data class has to be public, internal, confidential or restricted",
                            DataClass.INTERNAL));
        }

        List<Environment> words(String field, Class<Environment> type, Optional<List<Environment>> was) {
            if (!entry.says(field)) {
                return was.orElse(List.of(Environment.PRODUCTION));
            }
            return split(entry.text(field)).stream()
                    .map(word -> constant(type, word)
                            .orElseGet(() ->
                                    wrong(field, "environments are production and staging", Environment.PRODUCTION)))
                    .toList();
        }

        /** A spreadsheet may show decimals. */
        int tier(Optional<Integer> was) {
            String said = entry.text("declaredTier");
            if (said.isEmpty()) {
                return was.or(() -> Optional.ofNullable(choices.tier()))
                        .orElseGet(() -> wrong("declaredTier", "the declared tier is missing", 2));
            }
            return said.matches("[1-4]([.,]0+)?")
                    ? said.charAt(0) - '0'
                    : wrong("declaredTier", "the declared tier has to be 1 to 4", 2);
        }

        private <T> T wrong(String field, String reason, T instead) {
            problems.incrementAndGet();
            bad.accept(entry.bad(field, reason));
            return instead;
        }
    }

    private static List<String> split(String text) {
        return Arrays.stream(text.split("[\\s,;|]+", -1))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static <T extends Enum<T>> Optional<T> constant(Class<T> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equals(word.toUpperCase(Locale.ROOT)))
                .findFirst();
    }
}
