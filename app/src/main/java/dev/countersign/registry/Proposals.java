package dev.countersign.registry;

import dev.countersign.identity.Person;
import dev.countersign.identity.PresentRoles;
import dev.countersign.refusals.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Every edit of the registry: somebody proposes it, a second person decides it, and only then is it true. */
@Service
public class Proposals {

    private static final int LONGEST_WORDS = 4000;

    private final ProposalRows rows;
    private final ProposalLedger ledger;
    private final Differences differences;
    private final Tiers tiers;
    private final PresentRoles roles;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Proposals(
            ProposalRows rows,
            ProposalLedger ledger,
            Differences differences,
            Tiers tiers,
            PresentRoles roles,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.ledger = ledger;
        this.differences = differences;
        this.tiers = tiers;
        this.roles = roles;
        this.events = events;
        this.clock = clock;
    }

    public Proposal get(ProposalId id) {
        return rows.find(id).orElseThrow(() -> ProposalId.unknown(id.value()));
    }

    /** The newest first, those made before the given one. */
    public List<Proposal> page(boolean onlyOpen, Optional<ProposalId> before, int most) {
        return rows.page(onlyOpen, before, most);
    }

    /** Those about a system that wait for a decision, the oldest first. */
    public List<Proposal> openAbout(String system, int most) {
        return rows.openAbout(system, most);
    }

    /** Those that this person can decide, the longest waiting first. */
    public List<Proposal> waitingFor(Person person, int most) {
        return rows.openFor(person.id(), ProposalRules.decidableBy(person), most).stream()
                .filter(proposal -> proposal.toDecide(person).granted())
                .toList();
    }

    /** What it wants to have written. */
    public Edit edit(ProposalId id) {
        return rows.edit(get(id).id());
    }

    @Transactional
    Proposal propose(Edit edit, String reason, Person by) {
        ProposalRules.toPropose(edit.kind(), roles.of(by)).demand();
        Proposal proposal = new Proposal(
                rows.nextId(),
                edit.kind(),
                edit.title(),
                edit.about(),
                words(reason),
                by.id(),
                now(),
                Optional.empty(),
                Optional.empty());
        ledger.propose(proposal, edit);
        events.publishEvent(new RegistryEvent.Proposed(
                proposal.id(),
                RegistryEvent.streamOf(edit),
                by.id().value(),
                proposal.systems(),
                proposal.title(),
                proposal.reason()));
        return proposal;
    }

    @Transactional
    public Proposal decide(ProposalId id, Person by, boolean approve, String words) {
        rows.lock();
        Proposal proposal = get(id);
        proposal.toDecide(roles.of(by)).demand();
        Edit edit = rows.edit(id);
        Decision said = new Decision(by.id(), approve, words(words), now());
        if (approve) {
            differences.demandStillTrue(id, edit);
            adopt(proposal, edit, said);
        } else {
            ledger.decline(id, said);
            events.publishEvent(new RegistryEvent.Declined(
                    id,
                    RegistryEvent.streamOf(edit),
                    by.id().value(),
                    proposal.systems(),
                    proposal.title(),
                    said.words()));
        }
        return get(id);
    }

    @Transactional
    public Proposal withdraw(ProposalId id, Person by) {
        rows.lock();
        Proposal proposal = get(id);
        proposal.toWithdraw(by).demand();
        ledger.withdraw(id, by.id(), now());
        events.publishEvent(new RegistryEvent.Withdrawn(
                id, RegistryEvent.streamOf(rows.edit(id)), by.id().value(), proposal.systems(), proposal.title()));
        return get(id);
    }

    private void adopt(Proposal proposal, Edit edit, Decision said) {
        ProposalRules.toAdopt(proposal, edit, said.at()).demand();
        List<String> touched = tiers.touchedBy(edit);
        ledger.adopt(proposal.id(), said);
        events.publishEvent(new RegistryEvent.Adopted(
                proposal.id(),
                RegistryEvent.streamOf(edit),
                said.by().value(),
                proposal.systems(),
                proposal.title(),
                said.words()));
        tiers.judge(touched, said.at(), TierCause.of(proposal.kind()));
    }

    private static String words(String typed) {
        String words = typed.strip();
        if (words.length() > LONGEST_WORDS) {
            throw Refusal.invalid("registry.too-many-words")
                    .cannot("send this")
                    .because("it has %,d characters", words.length())
                    .instead("Say it in %,d characters.", LONGEST_WORDS);
        }
        return words;
    }

    /** As fine as PostgreSQL keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
