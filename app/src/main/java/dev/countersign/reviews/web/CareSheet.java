package dev.countersign.reviews.web;

import dev.countersign.changes.ChangeDocument.Kind;
import dev.countersign.changes.Duty;
import dev.countersign.identity.People;
import dev.countersign.identity.PersonId;
import dev.countersign.reviews.Care;
import dev.countersign.reviews.Care.Affirmation;
import dev.countersign.reviews.Cares;
import dev.countersign.reviews.Relation;
import dev.countersign.reviews.Relations;
import dev.countersign.reviews.Seat;
import dev.countersign.reviews.Sitting;
import dev.countersign.reviews.Tie;
import dev.countersign.reviews.Verdict;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;

/** What stands beside the form of a review: the checklist, the pre-mortem, and how long it took to read. */
@Component
class CareSheet {

    private static final String SHOWN = "_shown";
    private static final Duration A_DAY = Duration.ofDays(1);

    /**
     * What the page asks for, and what was typed there already.
     *
     * @param shown when the page was shown first
     * @param ties how the reader is tied to its authors, in sentences
     */
    record Sheet(
            boolean preMortemAsked,
            String preMortem,
            List<Affirmation> checklist,
            String shown,
            List<String> ties,
            boolean independent) {}

    private final Cares cares;
    private final Relations relations;
    private final People people;
    private final Clock clock;

    CareSheet(Cares cares, Relations relations, People people, Clock clock) {
        this.cares = cares;
        this.relations = relations;
        this.people = people;
        this.clock = clock;
    }

    void show(Sitting sitting, MultiValueMap<String, String> typed, Model model) {
        Seat seat = sitting.seat();
        SentCare sent = SentCare.of(typed);
        model.addAttribute(
                "care",
                new Sheet(
                        seat.asksForPreMortem(),
                        sent.preMortem(),
                        checklist(seat, sent),
                        shown(typed).orElseGet(clock::instant).toString(),
                        ties(sitting),
                        sent.independent()));
    }

    /** What was sent beside a decision. */
    Care read(Seat seat, MultiValueMap<String, String> typed) {
        SentCare sent = SentCare.of(typed);
        return new Care(
                seat.asksForPreMortem() ? sent.preMortem() : "",
                checklist(seat, sent),
                Optional.empty(),
                reading(typed),
                sent.independent());
    }

    /** Whether what is sent beside a decision is what was written down with it; of old ones nothing was. */
    boolean isThat(Verdict given, MultiValueMap<String, String> typed) {
        return recorded(given)
                .map(care -> SentCare.of(typed).isThat(given, care))
                .orElse(true);
    }

    Optional<Care> recorded(Verdict given) {
        return cares.of(given.change(), given.revision(), given.person());
    }

    /** Their own, and those of the absent leader for whom they would decide. */
    private List<String> ties(Sitting sitting) {
        Seat seat = sitting.seat();
        Stream<String> own = ties(seat, sitting.person().id(), "you");
        Stream<String> absent = sitting.absent().stream()
                .flatMap(leader ->
                        ties(seat, leader, people.names(List.of(leader)).apply(leader)));
        return Stream.concat(own, absent).toList();
    }

    private Stream<String> ties(Seat seat, PersonId person, String who) {
        List<Relation> ties = relations.toDeclare(seat.change().id(), person);
        var name = people.names(ties.stream().map(Relation::author).toList());
        return ties.stream().map(relation -> sentence(relation.tie(), name.apply(relation.author()), who));
    }

    private static String sentence(Tie tie, String author, String who) {
        boolean reader = who.equals("you");
        return switch (tie) {
            case RECIPROCAL ->
                "%s, who wrote it, approved a change of %s not long ago."
                        .formatted(author, reader ? "yours" : who + "’s");
            case SUBORDINATE -> "%s to %s, who wrote it.".formatted(reader ? "You answer" : who + " answers", author);
        };
    }

    private List<Affirmation> checklist(Seat seat, SentCare sent) {
        if (seat.duty() != Duty.REVIEWER) {
            return List.of();
        }
        Kind kind = seat.change().document().kind();
        return cares.checklist(kind).stream()
                .map(question -> new Affirmation(question, sent.affirmed().contains(question)))
                .toList();
    }

    private Optional<Duration> reading(MultiValueMap<String, String> typed) {
        return shown(typed)
                .map(shown -> Duration.between(shown, clock.instant()))
                .filter(time -> !time.isNegative() && time.compareTo(A_DAY) < 0);
    }

    private static Optional<Instant> shown(MultiValueMap<String, String> typed) {
        try {
            return Optional.of(Instant.parse(SentCare.text(typed, SHOWN)));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
