package dev.countersign.gate;

import dev.countersign.changes.Authors;
import dev.countersign.changes.Authorship;
import dev.countersign.changes.ChangeId;
import dev.countersign.engine.Inbox;
import dev.countersign.engine.Runs;
import dev.countersign.gate.Bypass.Account;
import dev.countersign.gate.Bypass.Level;
import dev.countersign.gate.Bypass.Way;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.journal.Recorded;
import dev.countersign.refusals.Permission;
import dev.countersign.registry.Department;
import dev.countersign.registry.ProductionSystem;
import dev.countersign.registry.Systems;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The cases of deployments that went around the gate. Each is opened in the transaction that takes the report, lies with
 * the system's owner, then with the director and the VP, and ends only when it is reverted or documented.
 */
@Component
public class Bypasses {

    /** More reports of one case than anybody reads. */
    static final int MOST_REPORTS = 50;

    private final BypassRows rows;
    private final BypassLedger ledger;
    private final DeploymentRows deployments;
    private final Systems systems;
    private final Authors authors;
    private final BypassPlan plan;
    private final Runs runs;
    private final Inbox inbox;
    private final Clock clock;
    private final Duration within;

    Bypasses(
            BypassRows rows,
            BypassLedger ledger,
            DeploymentRows deployments,
            Systems systems,
            Authors authors,
            BypassPlan plan,
            Runs runs,
            Inbox inbox,
            Clock clock,
            @Value("${countersign.gate.explain-within:PT24H}") Duration within) {
        this.rows = rows;
        this.ledger = ledger;
        this.deployments = deployments;
        this.systems = systems;
        this.authors = authors;
        this.plan = plan;
        this.runs = runs;
        this.inbox = inbox;
        this.clock = clock;
        this.within = within;
    }

    public Bypass get(BypassId id) {
        return rows.find(id).orElseThrow(() -> BypassId.unknown(id.value()));
    }

    /**
     * The newest first, those before the given one.
     *
     * @param open whether only the open ones
     * @param departments whose systems went around; none for everybody's
     */
    public List<Bypass> page(boolean open, Set<String> departments, Optional<BypassId> before, int most) {
        return rows.page(open, departments, before, most);
    }

    /** How many are open of what these departments run. */
    public int openIn(Set<String> departments) {
        return rows.openIn(departments);
    }

    /** Those of a system, the newest first. */
    public List<Bypass> of(ProductionSystem system, int most) {
        return rows.of(system.key(), most);
    }

    /** The open ones that lie with this person, as owner always and as leader once it came to them; those due first. */
    public List<Bypass> waitingFor(Person person, int most) {
        return rows.lyingWith(person.id(), most);
    }

    /** The open ones of a change. */
    public List<Bypass> openOf(ChangeId change) {
        return rows.openOf(change);
    }

    /** With whom each of them lies; those are missing whose system the registry does not know. */
    public Map<BypassId, PersonId> liesWith(Collection<Bypass> cases) {
        Map<String, Department> departments =
                systems.departments().stream().collect(Collectors.toMap(Department::key, Function.identity()));
        Map<BypassId, PersonId> with = new HashMap<>();
        systems.named(cases.stream().map(Bypass::system).collect(Collectors.toSet()))
                .forEach(system -> {
                    Department department = Objects.requireNonNull(departments.get(system.department()));
                    cases.stream()
                            .filter(one -> one.system().equals(system.key()))
                            .forEach(one -> with.put(one.id(), answering(one.level(), system, department)));
                });
        return with;
    }

    private static PersonId answering(Level level, ProductionSystem system, Department department) {
        return switch (level) {
            case OWNER -> system.owner();
            case DIRECTOR -> department.director();
            case VP -> department.vp();
        };
    }

    /** What was reported, in that order. */
    public List<Deployment> reports(BypassId id) {
        return deployments.of(id, MOST_REPORTS);
    }

    /** What people said, in that order. */
    public List<Account> accounts(BypassId id) {
        return rows.accounts(id);
    }

    public Permission toExplain(Bypass bypass, Person person) {
        return BypassRules.toExplain(facts(bypass), person);
    }

    /** Takes what somebody who answers for the system says; that it is reverted ends the case. */
    @Transactional
    public Bypass explain(BypassId id, Person person, String words, Way way, Optional<Instant> revertedAt) {
        Bypass bypass = lock(id);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        BypassRules.toSay(facts(bypass), way, person).demand();
        Optional<Instant> taken = way == Way.REVERTED ? revertedAt : Optional.empty();
        taken.ifPresent(at -> BypassRules.demandSense(bypass, way, at, firstDeployed(bypass), now));
        ledger.explain(
                id,
                new Account(person.id(), now, words, way, taken),
                new BypassEvent.Explained(id, person.id().value(), bypass.system(), way, taken, words));
        return way == Way.REVERTED ? settle(bypass, way, person.id().value(), now) : bypass;
    }

    /** The case that explains a deployment, begun if there is none for that artifact at that system. */
    BypassId open(Deployed deployed, List<Reason> deviations, Instant now) {
        while (true) {
            Bypass next = Bypass.opened(rows.nextId(), deployed, now, within);
            boolean opened = ledger.open(
                    next,
                    new BypassEvent.Opened(
                            next.id(),
                            Recorded.HOUSE,
                            next.system(),
                            next.repository(),
                            next.artifact(),
                            deviations.stream().map(Reason::code).toList()));
            if (opened) {
                runs.start(plan, next.id().value());
                return next.id();
            }
            // It may have been settled in that moment; then this report begins another.
            Optional<Bypass> there = rows.lockOpen(deployed);
            if (there.isPresent()) {
                return there.get().id();
            }
        }
    }

    Bypass settle(Bypass bypass, Way way, String by, Instant now) {
        Bypass settled = bypass.settled(way, now);
        ledger.move(settled, new BypassEvent.Settled(bypass.id(), by, bypass.system(), way));
        inbox.open(bypass.id().value(), BypassPlan.EXPLAIN).ifPresent(task -> inbox.complete(task, new Nothing()));
        return settled;
    }

    Bypass lock(BypassId id) {
        return rows.lock(id).orElseThrow(() -> BypassId.unknown(id.value()));
    }

    Duration within() {
        return within;
    }

    private BypassFacts facts(Bypass bypass) {
        Optional<ProductionSystem> system = systems.find(bypass.system());
        return new BypassFacts(
                bypass,
                system.map(ProductionSystem::name).orElse("a system that the registry knows"),
                system.map(this::answerable).orElse(Set.of()),
                behind(bypass));
    }

    private Set<PersonId> answerable(ProductionSystem system) {
        Department department = systems.department(system.department());
        return Stream.of(system.owner(), department.director(), department.vp()).collect(Collectors.toSet());
    }

    private Set<PersonId> behind(Bypass bypass) {
        Stream<PersonId> wrote = bypass.change().stream()
                .flatMap(change -> authors.of(change).stream())
                .map(Authorship::person);
        Stream<PersonId> told = reports(bypass.id()).stream().map(Deployment::reportedBy);
        return Stream.concat(wrote, told).collect(Collectors.toSet());
    }

    private Instant firstDeployed(Bypass bypass) {
        return reports(bypass.id()).stream()
                .map(Deployment::deployedAt)
                .min(Instant::compareTo)
                .orElse(bypass.openedAt());
    }

    /** A case has nothing to tell its process but to look again. */
    record Nothing() {}
}
