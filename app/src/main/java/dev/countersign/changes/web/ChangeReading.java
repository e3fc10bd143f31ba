package dev.countersign.changes.web;

import dev.countersign.changes.Authors;
import dev.countersign.changes.Authorship;
import dev.countersign.changes.Change;
import dev.countersign.changes.DocumentField;
import dev.countersign.changes.Margin;
import dev.countersign.changes.Revision;
import dev.countersign.changes.Revisions;
import dev.countersign.identity.People;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.refusals.Refusal;
import dev.countersign.registry.Systems;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts a submitted change's text and what changed between its revisions on a page; the review page shows the same. */
@Component
@NamedInterface("reading")
public class ChangeReading {

    private final Revisions revisions;
    private final Authors authors;
    private final People people;
    private final Optional<Margin> margin;
    private final ChangeFrame frame;
    private final CodeLinks links;
    private final Systems systems;

    ChangeReading(
            Revisions revisions,
            Authors authors,
            People people,
            Optional<Margin> margin,
            ChangeFrame frame,
            CodeLinks links,
            Systems systems) {
        this.revisions = revisions;
        this.authors = authors;
        this.people = people;
        this.margin = margin;
        this.frame = frame;
        this.links = links;
        this.systems = systems;
    }

    /** Adds what the fragments of `changes/look` and `changes/document` show. */
    public void show(Change change, Person reader, ChangeLook look, Model model) {
        List<Revision> all = revisions.of(change.id());
        Revision shown =
                find(change, all, look.revision().orElse(change.revision().number()));
        Set<PersonId> involved = new HashSet<>(shown.document().coAuthors());
        List<Authorship> wrote = authors.inWords(change.id());
        wrote.forEach(author -> involved.add(author.person()));
        involved.add(change.author());
        all.forEach(one -> involved.add(one.by()));
        Function<PersonId, String> name = people.names(involved);
        DocumentNames names = named(all, name);
        List<DocumentSection> sections = ReadableDocument.of(shown.document(), names);
        model.addAttribute("revision", shown);
        model.addAttribute("revisions", all);
        model.addAttribute("sections", ReadableDocument.linked(shown.document(), sections, links));
        model.addAttribute("authors", Writer.of(wrote, name));
        model.addAttribute("author", name.apply(change.author()));
        diff(change, all, shown, look.against(), sections, names).ifPresent(diff -> model.addAttribute("diff", diff));
        model.addAttribute("wrote", Written.of(all, name));
        model.addAttribute("look", look.page());
        margin.ifPresent(one -> model.addAttribute("margin", one.beside(change, reader)));
        frame.show(change, reader, look, name.apply(change.author()), all.size(), model);
    }

    /** What was made of one field since; empty if nothing. */
    public Optional<DocumentDiff> edited(Revision before, Revision after, DocumentField field) {
        Set<PersonId> involved = new HashSet<>(before.document().coAuthors());
        involved.addAll(after.document().coAuthors());
        DocumentNames names = named(List.of(before, after), people.names(involved));
        return Optional.of(DocumentDiff.between(
                        before.number(),
                        ReadableDocument.of(before.document(), names),
                        after.number(),
                        ReadableDocument.of(after.document(), names)))
                .map(diff -> diff.only(field))
                .filter(diff -> !diff.fields().isEmpty());
    }

    private DocumentNames named(List<Revision> shown, Function<PersonId, String> person) {
        Set<String> keys =
                shown.stream().flatMap(one -> one.document().systems().stream()).collect(Collectors.toSet());
        return DocumentNames.of(person, systems.names(keys));
    }

    private static Optional<DocumentDiff> diff(
            Change change,
            List<Revision> all,
            Revision shown,
            Optional<Integer> against,
            List<DocumentSection> sections,
            DocumentNames names) {
        int other = against.orElse(shown.number() - 1);
        if (other < 1 || other == shown.number()) {
            return Optional.empty();
        }
        Revision before = find(change, all, other);
        return Optional.of(
                DocumentDiff.between(other, ReadableDocument.of(before.document(), names), shown.number(), sections));
    }

    private static Revision find(Change change, List<Revision> all, int number) {
        return all.stream()
                .filter(revision -> revision.number() == number)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("changes.no-such-revision")
                        .expectedTo("find revision %d of %s", number, change.id())
                        .because("%s has no revision %d", change.id(), number)
                        .instead("Open the change. It starts with its current revision."));
    }
}
