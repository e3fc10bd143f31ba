package dev.countersign.changes;

import dev.countersign.changes.Authorship.Part;
import dev.countersign.changes.CommitRows.Known;
import dev.countersign.identity.People;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.refusals.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Shows on a change's page who is behind its commits, once a pipeline told anything about them. */
@Component
class CommitPanel implements ChangePanel {

    /**
     * One commit.
     *
     * @param hidden what is not known of who wrote it; empty if nothing
     */
    record Line(String sha, List<HandLine> hands, String hidden) {}

    /**
     * One hand in it.
     *
     * @param known whether it is somebody of the house
     * @param forge whether it is nobody, but the forge itself
     * @param other what they are to the change instead of an author; empty if nothing
     */
    record HandLine(String name, boolean known, boolean forge, String part, String other) {}

    private final Commits commits;
    private final Forges forges;
    private final Duties duties;
    private final People people;

    CommitPanel(Commits commits, Forges forges, Duties duties, People people) {
        this.commits = commits;
        this.forges = forges;
        this.duties = duties;
        this.people = people;
    }

    @Override
    public Place place() {
        return Place.CHECKS;
    }

    @Override
    public int order() {
        return 22;
    }

    @Override
    public String fragment() {
        return "changes/commits :: panel";
    }

    @Override
    public Optional<Object> content(Change change, Person reader) {
        List<Known> hands = commits.hands(change.document());
        return hands.isEmpty() ? Optional.empty() : Optional.of(lines(change, hands));
    }

    private List<Line> lines(Change change, List<Known> hands) {
        Set<PersonId> known =
                hands.stream().map(Known::person).flatMap(Optional::stream).collect(Collectors.toSet());
        Function<PersonId, String> name = people.names(known);
        return change.document().spelled().commits().stream()
                .map(sha -> new Line(
                        sha,
                        hands.stream()
                                .filter(hand -> hand.sha().equals(sha))
                                .map(hand -> line(change, hand, name))
                                .distinct()
                                .toList(),
                        commits.hidden(sha, hands).map(CommitPanel::sentence).orElse("")))
                .toList();
    }

    private static String sentence(HiddenAuthors hidden) {
        String words = hidden.words();
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }

    private HandLine line(Change change, Known hand, Function<PersonId, String> name) {
        return new HandLine(
                hand.person().map(name).orElse(hand.who()),
                hand.person().isPresent(),
                forges.include(hand),
                word(hand.part()),
                hand.person()
                        .flatMap(person -> duties.of(change.id(), person))
                        .filter(duty -> duty != Duty.AUTHOR)
                        .map(Duty::relation)
                        .map(Words::toString)
                        .orElse(""));
    }

    private static String word(Part part) {
        return switch (part) {
            case CODE_AUTHOR -> "wrote it";
            case COMMITTER -> "committed it";
            case PUSHER -> "pushed it";
            case SUBMITTER, CO_AUTHOR, OPERATOR, EDITOR, OWNER, FORMER_OWNER, AUTHOR ->
                throw new IllegalStateException("Expected a hand in a commit, but got %s.".formatted(part));
        };
    }
}
