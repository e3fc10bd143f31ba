package dev.countersign.desk;

import dev.countersign.changes.Change;
import dev.countersign.changes.Changes;
import dev.countersign.changes.Hold;
import dev.countersign.changes.Holds;
import dev.countersign.gate.Bypass;
import dev.countersign.gate.Bypasses;
import dev.countersign.gate.SecondKeys;
import dev.countersign.identity.Person;
import dev.countersign.policy.Addenda;
import dev.countersign.policy.Addendum;
import dev.countersign.policy.Edition;
import dev.countersign.policy.PolicyDraft;
import dev.countersign.policy.PolicyDrafts;
import dev.countersign.registry.Proposal;
import dev.countersign.registry.ProposalKind;
import dev.countersign.registry.Proposals;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the reader is asked for beside reviews: the policy, edits of the registry, second keys and holds. */
@Component
class Decisions {

    private static final int MOST = 50;

    private final Changes changes;
    private final Addenda addenda;
    private final PolicyDrafts drafts;
    private final Proposals proposals;
    private final SecondKeys keys;
    private final Holds holds;
    private final Bypasses bypasses;
    private final Clock clock;

    Decisions(
            Changes changes,
            Addenda addenda,
            PolicyDrafts drafts,
            Proposals proposals,
            SecondKeys keys,
            Holds holds,
            Bypasses bypasses,
            Clock clock) {
        this.changes = changes;
        this.addenda = addenda;
        this.drafts = drafts;
        this.proposals = proposals;
        this.keys = keys;
        this.holds = holds;
        this.bypasses = bypasses;
        this.clock = clock;
    }

    /** Asked of the addenda themselves, so that a leader can decide while Camunda is away. */
    List<Task> onPolicy(Person person) {
        Instant now = clock.instant();
        return addenda.unsettled(now).stream()
                .flatMap(addendum -> Stream.of(
                                proposed(addendum, person, now),
                                amended(addendum, person, now),
                                ending(addendum, person, now))
                        .flatMap(tasks -> tasks))
                .toList();
    }

    List<Task> onEditions(Person person) {
        Stream<Task> proposed = drafts.proposed().stream()
                .filter(draft -> draft.toDecide(person).granted())
                .map(draft -> task(
                        "Decide the policy",
                        draft,
                        "",
                        draft.edition().orElseThrow().proposedAt()));
        Stream<Task> leaving = drafts.leaving().stream()
                .filter(draft -> draft.toWithdraw(person, clock.instant()).granted())
                .map(Decisions::leaving);
        return Stream.concat(proposed, leaving).toList();
    }

    private static Task leaving(PolicyDraft draft) {
        Edition edition = draft.edition().orElseThrow();
        return task(
                        "Decide: withdraw the policy",
                        draft,
                        "#withdrawal",
                        edition.withdrawals().getFirst().at())
                .due(edition.inForceFrom());
    }

    private static Task task(String action, PolicyDraft draft, String place, Instant since) {
        String id = draft.id().value();
        return new Task(action, draft.title(), id, "/policy/drafts/" + id + place, false, since, null);
    }

    /** Edits of the registry that wait for a second person. */
    List<Task> onRegistry(Person person) {
        return proposals.waitingFor(person, MOST).stream().map(Decisions::task).toList();
    }

    /** Changes in their window whose gate stays shut until a second person turns a key. */
    List<Task> onKeys(Person person) {
        return keys.wantedFrom(person, MOST).stream()
                .map(change -> new Task(
                        "Turn the second key",
                        change.title(),
                        change.id().value(),
                        "/changes/" + change.id() + "#second-key",
                        false,
                        change.window().start(),
                        change.window().end()))
                .toList();
    }

    /** Held changes that go on only with the reader's word. */
    List<Task> onHolds(Person person) {
        return holds.waitingFor(person, MOST).stream()
                .map(hold -> task(hold, changes.get(hold.change())))
                .toList();
    }

    /** What went around the gate to the reader's systems and is not settled. */
    List<Task> onBypasses(Person person) {
        return bypasses.waitingFor(person, MOST).stream()
                .map(bypass -> new Task(
                                "Explain what went around the gate",
                                "%s at %s".formatted(bypass.repository(), bypass.system()),
                                bypass.id().value(),
                                "/gate/bypasses/" + bypass.id(),
                                false,
                                bypass.openedAt(),
                                null)
                        .due(Optional.of(bypass.dueAt()))
                        .because(
                                bypass.level() == Bypass.Level.OWNER
                                        ? ""
                                        : "It lies with %s."
                                                .formatted(bypass.level().words())))
                .toList();
    }

    private static Task task(Hold hold, Change change) {
        return new Task(
                "Answer the hold",
                change.title(),
                change.id().value(),
                "/changes/" + change.id() + "#hold",
                false,
                hold.at(),
                null);
    }

    private static Task task(Proposal proposal) {
        String id = proposal.id().value();
        return new Task(
                proposal.kind() == ProposalKind.INCIDENT ? "Confirm the incident" : "Decide the edit",
                proposal.title(),
                id,
                "/registry/proposals/" + id,
                false,
                proposal.proposedAt(),
                null);
    }

    private static Stream<Task> proposed(Addendum addendum, Person person, Instant now) {
        return addendum.toDecide(person, now).granted()
                ? Stream.of(task("Decide the addendum", addendum, addendum.proposedAt()))
                : Stream.empty();
    }

    private static Stream<Task> amended(Addendum addendum, Person person, Instant now) {
        return addendum.amendment().stream()
                .filter(amendment -> addendum.toDecideAmendment(person, now).granted())
                .map(amendment -> task("Decide: " + amendment.wish(), addendum, amendment.proposedAt()));
    }

    private static Stream<Task> ending(Addendum addendum, Person person, Instant now) {
        return addendum.toChoose(person, now).granted()
                ? Stream.of(task(
                                "Decide what comes after it",
                                addendum,
                                addendum.asksForChoiceFrom().orElseThrow())
                        .due(addendum.endsAt()))
                : Stream.empty();
    }

    private static Task task(String action, Addendum addendum, Instant since) {
        String id = addendum.id().value();
        return new Task(action, addendum.title(), id, "/policy/addenda/" + id, false, since, null);
    }
}
