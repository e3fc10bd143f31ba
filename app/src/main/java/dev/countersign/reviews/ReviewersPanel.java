package dev.countersign.reviews;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangePanel;
import dev.countersign.identity.People;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows on the page of a change in review who is at work on it, who could be, and by when; and lets the reader ask. */
@Component
class ReviewersPanel implements ChangePanel {

    /**
     * What the panel says.
     *
     * @param verdicts how many are in
     * @param suggestions whom one could ask; none while no seat is free
     * @param nobody why nobody is suggested; empty where that needs no word
     */
    record Shown(
            String change,
            Instant due,
            int verdicts,
            int demanded,
            List<SeatLine> seats,
            List<AskLine> asked,
            List<CallLine> calls,
            List<SuggestionLine> suggestions,
            String nobody,
            boolean mayAsk,
            boolean mayReassign) {}

    /** An open seat and who holds it. */
    record SeatLine(
            long task, @Nullable String holder, @Nullable Instant since) {}

    /** Who was asked, and by whom. */
    record AskLine(String person, String by, Instant at) {}

    /** Who was called, and as what; empty for a reminder. */
    record CallLine(List<String> people, String as, Instant at) {}

    /** Whom one could ask, and why. */
    record SuggestionLine(String id, String name, String why, boolean asked) {}

    private final Rounds rounds;
    private final Seats seats;
    private final OpenSeats open;
    private final Asks asks;
    private final Calls calls;
    private final Suggestions suggestions;
    private final Staffing staffing;
    private final People people;

    ReviewersPanel(
            Rounds rounds,
            Seats seats,
            OpenSeats open,
            Asks asks,
            Calls calls,
            Suggestions suggestions,
            Staffing staffing,
            People people) {
        this.rounds = rounds;
        this.seats = seats;
        this.open = open;
        this.asks = asks;
        this.calls = calls;
        this.suggestions = suggestions;
        this.staffing = staffing;
        this.people = people;
    }

    @Override
    public Place place() {
        return Place.SIDE;
    }

    @Override
    public int order() {
        return 18;
    }

    @Override
    public String fragment() {
        return "reviews/reviewers :: panel";
    }

    @Override
    public Optional<Object> content(Change change, Person reader) {
        return rounds.of(change).map(round -> shown(change, reader, round));
    }

    private Shown shown(Change change, Person reader, Round round) {
        Map<Seat, Optional<Claim>> table = open.claimed(change);
        List<Ask> asked = asks.of(change);
        List<Call> made = calls.of(change);
        Function<PersonId, String> name = people.names(involved(table, asked, made));
        Set<PersonId> known = asked.stream().map(Ask::person).collect(Collectors.toSet());
        boolean isFree = table.values().stream().anyMatch(Optional::isEmpty);
        List<SuggestionLine> suggested = isFree ? suggested(change, known) : List.of();
        return new Shown(
                change.id().value(),
                round.due(),
                change.demanded().reviews() - seats.stillFree(change.id()).size(),
                change.demanded().reviews(),
                table.entrySet().stream()
                        .map(seat -> line(seat.getKey(), seat.getValue(), name))
                        .toList(),
                asked.stream()
                        .map(ask -> new AskLine(name.apply(ask.person()), name.apply(ask.by()), ask.at()))
                        .toList(),
                made.stream()
                        .filter(call -> !call.people().isEmpty())
                        .map(call -> line(call, name))
                        .toList(),
                suggested,
                table.isEmpty() || !suggested.isEmpty() ? "" : nobody(isFree),
                staffing.toAsk(change, reader).granted(),
                staffing.toReassign(change, reader).granted());
    }

    private List<SuggestionLine> suggested(Change change, Set<PersonId> asked) {
        return suggestions.fewFor(change).stream()
                .map(one -> new SuggestionLine(one.id().value(), one.name(), one.words(), asked.contains(one.id())))
                .toList();
    }

    private static String nobody(boolean isFree) {
        return isFree
                ? "Nobody is free to review it: every reviewer wrote part of it, has already decided or is reading it now."
                : "All its open reviews are claimed.";
    }

    private static Set<PersonId> involved(Map<Seat, Optional<Claim>> table, List<Ask> asked, List<Call> made) {
        return Stream.of(
                        table.values().stream().flatMap(Optional::stream).map(Claim::person),
                        asked.stream().flatMap(ask -> Stream.of(ask.person(), ask.by())),
                        made.stream().flatMap(call -> call.people().stream()))
                .flatMap(each -> each)
                .collect(Collectors.toSet());
    }

    private static SeatLine line(Seat seat, Optional<Claim> claim, Function<PersonId, String> name) {
        return new SeatLine(
                seat.task().id(),
                claim.map(Claim::person).map(name).orElse(null),
                claim.map(Claim::since).orElse(null));
    }

    private static CallLine line(Call call, Function<PersonId, String> name) {
        return new CallLine(
                call.people().stream().map(name).toList(),
                call.step().asksToFind() ? call.step().words() : "",
                call.at());
    }
}
