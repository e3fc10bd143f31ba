package dev.countersign.local.demo;

import dev.countersign.identity.People;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.registry.Edits;
import dev.countersign.registry.Incidents;
import dev.countersign.registry.Proposal;
import dev.countersign.registry.Proposals;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Two people who fill the registry as any two people would: one proposes, the other approves. */
@Component
@Profile("local")
class DemoKeepers {

    private final People people;
    private final Edits edits;
    private final Incidents incidents;
    private final Proposals proposals;
    private final Clock clock;

    DemoKeepers(People people, Edits edits, Incidents incidents, Proposals proposals, Clock clock) {
        this.people = people;
        this.edits = edits;
        this.incidents = incidents;
        this.proposals = proposals;
        this.clock = clock;
    }

    void fillRegistry() {
        Instant now = clock.instant();
        approve(edits.describe(
                DemoSystems.catalogue(), "Taken over from the list that the departments kept.", person("jonas")));
        DemoIncidents.before(now)
                .forEach(incident ->
                        approve(incidents.report(incident, "From the notes of the incident review.", person("jonas"))));
        approve(edits.override(
                "gift-card-worker",
                1,
                "It issues the cards of the season's campaign; an error would cost orders at once.",
                now.plus(Duration.ofDays(60)),
                person("jonas")));
        approve(edits.override(
                "yard-events",
                2,
                "Its readers moved to the new event bus; it is switched off at the end of the quarter.",
                now.plus(Duration.ofDays(45)),
                person("jonas")));
    }

    private void approve(Proposal proposal) {
        proposals.decide(proposal.id(), person("elena"), true, "Agreed.");
    }

    private Person person(String id) {
        return people.get(new PersonId(id));
    }
}
