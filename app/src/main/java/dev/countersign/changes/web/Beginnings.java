package dev.countersign.changes.web;

import dev.countersign.changes.Authors;
import dev.countersign.changes.Authorship;
import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeFilter;
import dev.countersign.changes.ChangeList;
import dev.countersign.changes.DocumentField;
import dev.countersign.changes.Drafts;
import dev.countersign.changes.Revision;
import dev.countersign.changes.Status;
import dev.countersign.forms.Answer;
import dev.countersign.forms.Answers;
import dev.countersign.forms.FormSchema;
import dev.countersign.forms.Offers;
import dev.countersign.forms.Option;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.registry.Systems;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a new change can start from: an earlier one, without what is of that one alone. */
@Component
class Beginnings {

    private static final int FEW = 5;

    /** Copied, these would be wrong more often than right, and dangerous where nobody looks. */
    private static final Set<DocumentField> ITS_OWN = EnumSet.of(
            DocumentField.TITLE,
            DocumentField.COMMITS,
            DocumentField.DIGEST,
            DocumentField.LINKS,
            DocumentField.WINDOW_START,
            DocumentField.WINDOW_END);

    private static final Set<Status> SUBMITTED = EnumSet.complementOf(EnumSet.of(Status.DRAFT));

    private final ChangeList list;
    private final Drafts drafts;
    private final Authors authors;
    private final Systems systems;
    private final JsonMapper json;

    Beginnings(ChangeList list, Drafts drafts, Authors authors, Systems systems, JsonMapper json) {
        this.list = list;
        this.drafts = drafts;
        this.authors = authors;
        this.systems = systems;
        this.json = json;
    }

    /** The newest that somebody submitted. */
    List<Beginning> lastOf(Person author) {
        List<Change> last = list
                .matching(
                        new ChangeFilter(SUBMITTED, Optional.of(author.id()), Set.of(), ""),
                        author,
                        Optional.empty(),
                        FEW)
                .stream()
                .filter(change -> change.current().isPresent())
                .toList();
        Map<String, String> names = systems.names(
                last.stream().flatMap(change -> change.systems().stream()).collect(Collectors.toSet()));
        return last.stream().map(change -> Beginning.of(change, names)).toList();
    }

    /** One of them, with the names of what it touches. */
    record Beginning(String id, String title, List<String> systems) {

        static Beginning of(Change change, Map<String, String> names) {
            return new Beginning(
                    change.id().value(),
                    change.title(),
                    change.systems().stream()
                            .map(key -> names.getOrDefault(key, key))
                            .toList());
        }
    }

    /**
     * What it said, for somebody who may read it. What was never handed in nobody else sees; then, and of a draft that was
     * thrown away empty, there is nothing.
     */
    Optional<Answers> from(Change source, Person author, FormSchema schema, Offers offers) {
        return source.current()
                .map(Revision::document)
                .map(document -> document.answers(json))
                .or(() -> typed(source, author))
                .map(schema::fromJson)
                .map(answers -> copied(answers, wrote(source), author.id(), offers));
    }

    private Optional<ObjectNode> typed(Change source, Person author) {
        return author.is(source.author())
                ? drafts.answers(source.id())
                        .map(text -> (ObjectNode) json.readTree(text))
                        .filter(kept -> !kept.isEmpty())
                : Optional.empty();
    }

    /** Whoever had a hand in its text, also before it was handed over or edited; its commits are not copied. */
    private Stream<PersonId> wrote(Change source) {
        Stream<PersonId> hands = authors.inWords(source.id()).stream()
                .filter(author -> author.part().isByText())
                .map(Authorship::person);
        return Stream.concat(Stream.of(source.author()), hands);
    }

    /** Whoever wrote the text that is copied is one of its authors, until somebody takes them out. */
    static Answers copied(Answers source, Stream<PersonId> wrote, PersonId copies, Offers offers) {
        Map<String, Answer> kept = new LinkedHashMap<>(source.byKey());
        kept.keySet().removeAll(ITS_OWN.stream().map(DocumentField::key).toList());
        choose(kept, DocumentField.SYSTEMS, source.chosen(DocumentField.SYSTEMS.key()), offers, "registeredSystems");
        List<String> authors = Stream.concat(
                        source.chosen(DocumentField.CO_AUTHORS.key()).stream(), wrote.map(PersonId::value))
                .distinct()
                .filter(Predicate.not(copies.value()::equals))
                .toList();
        choose(kept, DocumentField.CO_AUTHORS, authors, offers, "people");
        return new Answers(kept);
    }

    /** What cannot be chosen any more is left out rather than refused when the form is sent. */
    private static void choose(
            Map<String, Answer> kept, DocumentField field, List<String> values, Offers offers, String valuesKey) {
        Set<String> choices = offers.byKey().getOrDefault(valuesKey, List.of()).stream()
                .map(Option::value)
                .collect(Collectors.toUnmodifiableSet());
        List<String> left = values.stream().filter(choices::contains).toList();
        if (left.isEmpty()) {
            kept.remove(field.key());
        } else {
            kept.put(field.key(), new Answer.Chosen(left));
        }
    }
}
