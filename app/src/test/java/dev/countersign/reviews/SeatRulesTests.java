package dev.countersign.reviews;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.changes.Authorship;
import dev.countersign.changes.Change;
import dev.countersign.changes.ChangePlan;
import dev.countersign.changes.Duty;
import dev.countersign.changes.SampleChange;
import dev.countersign.engine.UserTask;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.identity.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Houses as nobody would build them: people with any roles, two accounts, ties, duties and delegates in chains and circles,
 * who all try everything.
 */
class SeatRulesTests {

    private static final int HOUSES = 100_000;
    private static final Change CHANGE = SampleChange.checking();
    private static final List<Seat> SEATS = List.of(
            seat(ChangePlan.REVIEW, "1"),
            seat(ChangePlan.REVIEW, "2"),
            seat(ChangePlan.SIGN_OFF, ""),
            seat(ChangePlan.ESCALATION, ""));

    private record Sat(Seat seat, PersonId person, Optional<Person> behind) {
        Stream<PersonId> voices() {
            return Stream.concat(Stream.of(person), behind.map(Person::id).stream());
        }
    }

    @Test
    void letsNoAuthorApproveAndNobodyCountTwiceInAHundredThousandHouses() {
        Random dice = new Random(20260311);
        int sat = 0;
        int forAbsent = 0;
        int passedOn = 0;
        for (int number = 0; number < HOUSES; number++) {
            House house = new House(dice);
            house.everybodyTries(dice);
            assertThat(house.complaint()).as("house %d", number).isEmpty();
            sat += house.sat.size();
            forAbsent += (int)
                    house.sat.stream().flatMap(taken -> taken.behind().stream()).count();
            passedOn += house.passedOn;
        }
        assertThat(sat).isGreaterThan(HOUSES / 2);
        assertThat(forAbsent).as("decisions for somebody").isGreaterThan(HOUSES / 100);
        assertThat(passedOn).as("attempts by a delegate of a delegate").isGreaterThan(HOUSES / 10);
    }

    private static Seat seat(String element, String item) {
        UserTask task = new UserTask(
                1, CHANGE.id().value(), ChangePlan.PROCESS, element, item, "", "", Instant.EPOCH, Optional.empty());
        return Seat.of(task, CHANGE);
    }

    /** Up to eight people with up to two accounts each; an account has roles of its own, a person has the duties. */
    private static final class House {

        private final List<Person> accounts = new ArrayList<>();
        private final Map<PersonId, Duty> duties = new HashMap<>();
        private final Set<PersonId> committers = new HashSet<>();
        private final Set<PersonId> authors = new HashSet<>();
        private final Map<PersonId, List<Relation>> ties = new HashMap<>();
        private final Map<Duty, PersonId> leaders = new HashMap<>();
        private final Map<PersonId, PersonId> delegates = new HashMap<>();
        private final Map<PersonId, Person> known = new HashMap<>();
        private final List<Sat> sat = new ArrayList<>();
        private Duty asked = Duty.REVIEWER;
        private int passedOn;

        House(Random dice) {
            List<PersonId> people = IntStream.rangeClosed(1, 2 + dice.nextInt(7))
                    .mapToObj(number -> new PersonId("p" + number))
                    .toList();
            for (PersonId person : people) {
                IntStream.rangeClosed(0, dice.nextInt(2)).forEach(_ -> accounts.add(account(person, dice)));
            }
            IntStream.rangeClosed(0, dice.nextInt(3)).forEach(_ -> authors.add(any(people, dice)));
            authors.forEach(author -> duties.put(author, Duty.AUTHOR));
            people.stream().filter(_ -> dice.nextInt(10) == 0).forEach(committers::add);
            leaders.put(Duty.DIRECTOR, any(people, dice));
            leaders.put(Duty.VP, any(people, dice));
            people.stream().filter(_ -> dice.nextInt(4) == 0).forEach(person -> tie(person, dice));
            people.stream()
                    .filter(_ -> dice.nextInt(3) > 0)
                    .forEach(person -> delegates.put(person, any(people, dice)));
            people.forEach(person -> known.put(person, account(person, dice)));
        }

        private static Person account(PersonId person, Random dice) {
            Set<Role> roles = new HashSet<>();
            List.of(Role.values()).forEach(role -> {
                if (dice.nextBoolean()) {
                    roles.add(role);
                }
            });
            return new Person(person, person.value(), "", roles);
        }

        private void tie(PersonId person, Random dice) {
            authors.stream()
                    .filter(author -> !author.equals(person))
                    .forEach(author ->
                            ties.put(person, List.of(new Relation(any(List.of(Tie.values()), dice), author))));
        }

        void everybodyTries(Random dice) {
            for (int attempt = 0; attempt < 16; attempt++) {
                Seat seat = any(SEATS, dice);
                Person person = any(accounts, dice);
                asked = seat.duty();
                passedOn += isDelegateOfADelegate(person.id()) ? 1 : 0;
                if (isFree(seat) && sitting(seat, person).toSit().granted()) {
                    Sat taken = new Sat(seat, person.id(), behind(person));
                    taken.voices().forEach(one -> duties.put(one, seat.duty()));
                    sat.add(taken);
                }
            }
        }

        private boolean isDelegateOfADelegate(PersonId person) {
            return leader().map(delegates::get)
                    .map(delegates::get)
                    .filter(person::equals)
                    .isPresent();
        }

        private boolean isFree(Seat seat) {
            return sat.stream().noneMatch(taken -> taken.seat() == seat);
        }

        List<String> complaint() {
            List<String> complaints = new ArrayList<>();
            List<PersonId> voices = sat.stream().flatMap(Sat::voices).toList();
            voices.stream().filter(authors::contains).forEach(who -> complaints.add(who + " wrote it"));
            voices.stream().filter(committers::contains).forEach(who -> complaints.add(who + " committed it"));
            voices.stream().filter(ties::containsKey).forEach(who -> complaints.add(who + " is tied"));
            if (Set.copyOf(voices).size() < voices.size()) {
                complaints.add("somebody counts twice: " + sat);
            }
            sat.stream().filter(taken -> !isTheirs(taken)).forEach(taken -> complaints.add(taken + " does not lead"));
            sat.stream()
                    .flatMap(taken ->
                            taken.behind().filter(one -> !one.has(taken.seat().role())).stream())
                    .forEach(absent -> complaints.add(absent + " could not decide themselves"));
            return complaints;
        }

        /** They lead, or who leads named them; whom a delegate named counts for nothing. */
        private boolean isTheirs(Sat taken) {
            PersonId leader = leaders.getOrDefault(taken.seat().duty(), taken.person());
            return taken.person().equals(leader) || taken.person().equals(delegates.get(leader));
        }

        private static <T> T any(List<T> of, Random dice) {
            return of.get(dice.nextInt(of.size()));
        }

        private Sitting sitting(Seat seat, Person person) {
            return new Sitting(
                    seat,
                    voice(person),
                    behind(person).map(this::voice),
                    leader(),
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    Instant.EPOCH);
        }

        private Voice voice(Person person) {
            return new Voice(
                    person,
                    Optional.ofNullable(duties.get(person.id())),
                    authorship(person),
                    sat.stream().flatMap(Sat::voices).anyMatch(person::is),
                    ties.getOrDefault(person.id(), List.of()));
        }

        private Optional<Authorship> authorship(Person person) {
            return committers.contains(person.id())
                    ? Optional.of(new Authorship(person.id(), Authorship.Part.COMMITTER, "0".repeat(40)))
                    : Optional.empty();
        }

        private Optional<PersonId> leader() {
            return Optional.ofNullable(leaders.get(asked));
        }

        private Optional<Person> behind(Person person) {
            return leader().filter(leader -> !person.is(leader))
                    .filter(leader -> person.id().equals(delegates.get(leader)))
                    .map(known::get);
        }
    }
}
