package dev.countersign.gate;

import dev.countersign.changes.Authorship;
import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeDocument;
import dev.countersign.changes.ChangeDocument.Environment;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.DocumentField;
import dev.countersign.changes.Duty;
import dev.countersign.changes.HiddenAuthors;
import dev.countersign.changes.Hold;
import dev.countersign.changes.Reach;
import dev.countersign.changes.Revision;
import dev.countersign.changes.Status;
import dev.countersign.compliance.CheckResult;
import dev.countersign.compliance.CheckRun;
import dev.countersign.compliance.CheckValue;
import dev.countersign.identity.PersonId;
import dev.countersign.policy.BlockingChecks;
import dev.countersign.policy.Requirements;
import dev.countersign.registry.ProductionSystem;
import dev.countersign.reviews.Answer;
import dev.countersign.reviews.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A change that is approved in every respect, and what the gate sees of it when one thing is different. */
final class Standings {

    static final ChangeId CHANGE = new ChangeId("CHG-000007");
    static final String SHA = "0123456789abcdef0123456789abcdef01234567";
    static final String HASH = "ab".repeat(32);
    static final String EARLIER = "12".repeat(32);
    static final Instant NOW = Instant.parse("2026-11-23T11:00:00Z");
    static final Instant OPENS = Instant.parse("2026-11-23T10:00:00Z");
    static final Instant CLOSES = Instant.parse("2026-11-23T12:00:00Z");
    static final Question QUESTION = new Question("storefront/basket-api", SHA, "basket-api", Environment.PRODUCTION);

    private final Map<String, Object> form = new HashMap<>(Map.of(
            "systems", List.of("basket-api", "checkout-web"),
            "environment", "production",
            "repository", "storefront/basket-api",
            "commits", List.of(SHA),
            "controlPlane", false,
            "dataMutation", false,
            "windowStart", OPENS.toString(),
            "windowEnd", CLOSES.toString(),
            "coAuthors", List.of("jonas")));
    private final List<Verdict> verdicts = new ArrayList<>();
    private final List<Authorship> authors = new ArrayList<>(List.of(byDuty("ada"), byDuty("jonas")));
    private List<HiddenAuthors> hidden = List.of();
    private boolean demandsCommitAuthors;
    private Set<String> known = Set.of("basket-api", "checkout-web");
    private Set<String> built = Set.of("basket-api", "checkout-web");
    private Set<dev.countersign.registry.Environment> running = Set.of(dev.countersign.registry.Environment.PRODUCTION);
    private Requirements demanded = Requirements.of(2, false, false, 60, List.of());
    private Status status = Status.APPROVED;
    private long version = 9;
    private boolean reworded;
    private boolean proven = true;
    private List<DocumentField> editedSince = List.of();
    private List<CheckResult> checks = List.of(answer("named-systems", CheckValue.SATISFIED));
    private boolean checked = true;
    private @Nullable Instant keyUntil;
    private @Nullable Hold held;

    static Standings approved() {
        return bare().verdict("ben", Duty.REVIEWER, Answer.APPROVE).verdict("chloe", Duty.REVIEWER, Answer.APPROVE);
    }

    static Standings bare() {
        return new Standings();
    }

    Standings with(String key, Object answer) {
        form.put(key, answer);
        return this;
    }

    /** What is said from now on was written to the database by hand. */
    Standings withoutProof() {
        proven = false;
        return this;
    }

    Standings status(Status other) {
        status = other;
        return this;
    }

    Standings demanding(int reviews, boolean director, boolean vp) {
        demanded = Requirements.of(reviews, director, vp, 60, List.of());
        return this;
    }

    /** A second key, approvals of the last hours only, and these checks. */
    Standings demanding(boolean key, int approvalHours, BlockingChecks checks) {
        demanded = new Requirements(2, false, false, key, checks, 60, approvalHours, List.of());
        return this;
    }

    Standings demanding(Requirements other) {
        demanded = other;
        return this;
    }

    /** Counts every write of the change. */
    Standings version(long other) {
        version = other;
        return this;
    }

    /** A window of so many hours at most. */
    Standings demandingWindow(int hours) {
        demanded = new Requirements(2, false, false, false, BlockingChecks.all(), 60, 0, hours, List.of());
        return this;
    }

    Standings red(String check, CheckValue value) {
        checks = List.of(answer(check, value));
        return this;
    }

    /** Approved all the same: what a run answered, or that there was one, is not there. */
    Standings unchecked() {
        checked = false;
        return this;
    }

    Standings checkedByNothing() {
        checks = List.of();
        return this;
    }

    /** The current revision says in other words what the one before says. */
    Standings reworded() {
        reworded = true;
        return this;
    }

    Standings editedSince(DocumentField... fields) {
        editedSince = List.of(fields);
        return this;
    }

    Standings held(String by, String reason) {
        held = new Hold(CHANGE, 1, person(by), reason, OPENS, Optional.empty(), Optional.empty());
        return this;
    }

    Standings keyUntil(Instant until) {
        keyUntil = until;
        return this;
    }

    Standings author(String person) {
        authors.add(byDuty(person));
        return this;
    }

    Standings committer(String person) {
        authors.add(new Authorship(person(person), Authorship.Part.COMMITTER, SHA));
        return this;
    }

    /** Nobody told who is behind its commit. */
    Standings untold() {
        return hiding(List.of(new HiddenAuthors(SHA, false, List.of())));
    }

    Standings hiding(List<HiddenAuthors> commits) {
        hidden = commits;
        return this;
    }

    Standings demandingCommitAuthors() {
        demandsCommitAuthors = true;
        return this;
    }

    Standings knowing(String... systems) {
        known = Set.of(systems);
        return this;
    }

    /** What the registry knows to be built from the repository of the change. */
    Standings building(String... systems) {
        built = Set.of(systems);
        return this;
    }

    /** Where the registry knows its systems to run. */
    Standings running(dev.countersign.registry.Environment... environments) {
        running = Set.of(environments);
        return this;
    }

    Standings verdict(String person, Duty duty, Answer answer) {
        return verdict(person, duty, answer, 2, HASH);
    }

    Standings verdict(String person, Duty duty, Answer answer, int revision, String hash) {
        return verdict(person, Optional.empty(), duty, answer, revision, hash);
    }

    /** By somebody who decides for an absent leader. */
    Standings verdictFor(String absent, String person, Duty duty, Answer answer) {
        return verdict(person, Optional.of(person(absent)), duty, answer, 2, HASH);
    }

    private Standings verdict(
            String person, Optional<PersonId> absent, Duty duty, Answer answer, int revision, String hash) {
        verdicts.add(new Verdict(
                CHANGE, revision, hash, person(person), absent, duty, verdicts.size() + 1, answer, "", NOW, proven));
        return this;
    }

    Standing standing() {
        ChangeDocument document = JsonMapper.builder().build().convertValue(form, ChangeDocument.class);
        Revision revision = revision(2, document, HASH);
        return new Standing(
                change(revision),
                authors,
                verdicts,
                reworded ? List.of(revision(1, document, EARLIER), revision) : List.of(revision),
                editedSince,
                demanded,
                reach(document),
                checked(),
                Optional.ofNullable(held),
                Optional.ofNullable(keyUntil),
                hidden,
                demandsCommitAuthors);
    }

    private Reach reach(ChangeDocument document) {
        List<ProductionSystem> systems = Stream.concat(known.stream(), built.stream())
                .distinct()
                .map(key -> new ProductionSystem(key, key, "", 2, "checkout", person("jonas"), false, running))
                .toList();
        return new Reach(systems, Set.copyOf(document.systems()), built);
    }

    private Optional<CheckRun> checked() {
        return checked ? Optional.of(new CheckRun(CHANGE, 2, OPENS, checks)) : Optional.empty();
    }

    private static CheckResult answer(String check, CheckValue value) {
        return new CheckResult(check, 1, "It holds", value, List.of(), false, "Make it hold.");
    }

    private static Revision revision(int number, ChangeDocument document, String hash) {
        return new Revision(CHANGE, number, document, hash, number, Optional.empty(), person("ada"), OPENS);
    }

    private Change change(Revision revision) {
        return new Change(
                CHANGE,
                version,
                person("ada"),
                new Change.Text(
                        "Raise the basket time-out",
                        "checkout",
                        revision.document().systems(),
                        Optional.of(revision)),
                Change.State.of(status, OPENS),
                new Change.Terms(Optional.of("base-1"), Optional.of(demanded)),
                Change.Course.begun(OPENS).submitted(OPENS));
    }

    private static Authorship byDuty(String person) {
        return new Authorship(person(person), Authorship.Part.AUTHOR, "");
    }

    private static PersonId person(String name) {
        return new PersonId(name);
    }
}
