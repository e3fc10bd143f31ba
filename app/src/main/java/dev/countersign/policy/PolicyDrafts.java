package dev.countersign.policy;

import dev.countersign.engine.Runs;
import dev.countersign.identity.Person;
import dev.countersign.identity.PresentRoles;
import dev.countersign.refusals.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All drafts of the policy: read them, begin, edit and propose one. */
@Service
public class PolicyDrafts {

    private final PolicyDraftRows rows;
    private final PolicyDraftLedger ledger;
    private final KeptTables tables;
    private final Editions editions;
    private final Policies policies;
    private final KnownChecks checks;
    private final EditionPlan plan;
    private final Runs runs;
    private final PresentRoles roles;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PolicyDrafts(
            PolicyDraftRows rows,
            PolicyDraftLedger ledger,
            KeptTables tables,
            Editions editions,
            Policies policies,
            KnownChecks checks,
            EditionPlan plan,
            Runs runs,
            PresentRoles roles,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.ledger = ledger;
        this.tables = tables;
        this.editions = editions;
        this.policies = policies;
        this.checks = checks;
        this.plan = plan;
        this.runs = runs;
        this.roles = roles;
        this.events = events;
        this.clock = clock;
    }

    public PolicyDraft get(PolicyDraftId id) {
        return rows.find(id).orElseThrow(() -> PolicyDraftId.unknown(id.value()));
    }

    /** The newest first, those begun before the given one. */
    public List<PolicyDraft> page(Optional<PolicyDraftId> before, int most) {
        return rows.page(before, most);
    }

    /** Those that leaders are deciding, the newest first. */
    public List<PolicyDraft> proposed() {
        return rows.proposed();
    }

    /** Those approved and to come of which a leader wants that they never begin. */
    public List<PolicyDraft> leaving() {
        return editions.coming(clock.instant()).stream()
                .map(coming -> get(coming.draft()))
                .filter(draft -> draft.edition()
                        .filter(edition -> !edition.withdrawals().isEmpty())
                        .isPresent())
                .toList();
    }

    /** As it was saved last. */
    public TypedTable table(PolicyDraft draft) {
        return TableReader.read(rows.text(draft, draft.text()));
    }

    /** The table that is in force now. */
    public TypedTable inForce() {
        return tables.typed(policies.base());
    }

    /** As a DMN file, which Camunda Modeler opens. */
    public String file(PolicyDraft draft) {
        return rows.text(draft, draft.text());
    }

    /** Begins a draft with the table of a version that there is. */
    @Transactional
    public PolicyDraft begin(String version, String title, Person by) {
        DraftRules.toBegin(roles.of(by)).demand();
        DraftRules.demandTitle(title.strip());
        String origin = policies.baseOf(version);
        PolicyDraftId id = rows.nextId();
        ledger.begin(id, title.strip(), origin, Optional.of(by.id()), now());
        events.publishEvent(new PolicyEvent.Begun(id, by.id().value(), title.strip(), origin));
        return get(id);
    }

    /**
     * Keeps a table as the draft's next text, if all of it is understood and lawful. What it says already, as after a
     * second press of the button, is kept.
     *
     * @param read the number of the text that the writer had before them
     */
    @Transactional
    public Saving save(PolicyDraftId id, int read, TypedTable typed, Person by) {
        PolicyDraft draft = rows.lock(id);
        draft.toEdit(roles.of(by)).demand();
        TypedTable saved = table(draft);
        TableReading reading = TableParser.read(typed, checks.ids());
        TableDifference difference = TableDifference.between(
                saved, reading instanceof TableReading.Fine(RuleTable table) ? table.typed() : typed);
        if (draft.text() != read && !difference.isNone()) {
            return new Saving.Overtaken(draft, difference);
        }
        return switch (reading) {
            case TableReading.Wrong(List<TableProblem> problems) -> new Saving.Refused(problems);
            case TableReading.Fine(RuleTable table) -> keep(draft, difference, table, by);
        };
    }

    /** What would be wrong with a table if it were saved. */
    public List<TableProblem> problems(TypedTable typed) {
        return switch (TableParser.read(typed, checks.ids())) {
            case TableReading.Wrong(List<TableProblem> problems) -> problems;
            case TableReading.Fine _ -> List.of();
        };
    }

    /** Throws a draft away that nobody proposed yet; that it was there stays on the record. */
    @Transactional
    public void discard(PolicyDraftId id, Person by) {
        PolicyDraft draft = rows.lock(id);
        draft.toDiscard(roles.of(by)).demand();
        ledger.discard(id, by.id(), now());
        events.publishEvent(new PolicyEvent.Discarded(id, by.id().value()));
    }

    /** Puts the text that was read before the leaders. */
    @Transactional
    public PolicyDraft propose(PolicyDraftId id, int read, Instant startsAt, String reason, Person by) {
        PolicyDraft draft = rows.lock(id);
        draft.toEdit(roles.of(by)).demand();
        Instant now = now();
        DraftRules.demandSense(draft, reason.strip(), startsAt, now);
        if (draft.text() != read) {
            throw stale(draft);
        }
        int round = draft.edition().map(Edition::round).orElse(0) + 1;
        String base = tables.keep(TableFile.write(lawful(draft)));
        Edition edition = new Edition(round, base, startsAt, reason.strip(), by.id(), now, List.of(), List.of());
        ledger.propose(id, edition);
        events.publishEvent(new PolicyEvent.Proposed(id, by.id().value(), round, base, startsAt, edition.reason()));
        runs.start(plan, id.value());
        return get(id);
    }

    private Saving keep(PolicyDraft draft, TableDifference difference, RuleTable table, Person by) {
        if (difference.isNone()) {
            return new Saving.Saved(draft);
        }
        int number = draft.text() + 1;
        if (!ledger.save(draft.id(), number, TableFile.write(table), by.id(), now())) {
            PolicyDraft theirs = get(draft.id());
            return new Saving.Overtaken(theirs, TableDifference.between(table(theirs), table.typed()));
        }
        events.publishEvent(new PolicyEvent.Edited(draft.id(), by.id().value(), number, List.of(difference.summary())));
        return new Saving.Saved(get(draft.id()));
    }

    /** A table of an earlier release is read by today's laws before anybody decides on it. */
    private RuleTable lawful(PolicyDraft draft) {
        return switch (TableParser.read(table(draft), checks.ids())) {
            case TableReading.Fine(RuleTable table) -> table;
            case TableReading.Wrong(List<TableProblem> problems) ->
                throw Refusal.conflict("policy.unlawful-table")
                        .cannot("propose draft %s", draft.id())
                        .because(
                                "in %s, %s",
                                problems.getFirst().where().toLowerCase(Locale.ROOT),
                                problems.getFirst().why())
                        .instead("%s", problems.getFirst().wayOut());
        };
    }

    private static Refusal stale(PolicyDraft draft) {
        return Refusal.conflict("policy.stale-draft")
                .cannot("propose draft %s", draft.id())
                .because("it was saved again after you opened it")
                .instead("Read what is new, and propose it again.");
    }

    /** As fine as PostgreSQL keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
