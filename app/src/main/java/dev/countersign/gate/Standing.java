package dev.countersign.gate;

import dev.countersign.changes.Authorship;
import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeDocument;
import dev.countersign.changes.DocumentField;
import dev.countersign.changes.Duty;
import dev.countersign.changes.HiddenAuthors;
import dev.countersign.changes.Hold;
import dev.countersign.changes.Reach;
import dev.countersign.changes.Revision;
import dev.countersign.compliance.CheckRun;
import dev.countersign.identity.PersonId;
import dev.countersign.policy.Requirements;
import dev.countersign.refusals.Words;
import dev.countersign.reviews.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that the gate knows of a change that names what is asked about, read from PostgreSQL: the change, who wrote it,
 * what was said of it, what it must have, what it reaches by the registry as it is now, what the checks answered, until when
 * a second key is turned, and whether somebody holds it.
 *
 * @param counting the revisions whose decisions count: the current one, and those that say the same
 * @param authors by their duty and by their commits
 * @param editedSince the material fields that were edited since the last approval that counts no more
 * @param hidden its commits of which it is not known who wrote them
 * @param demandsCommitAuthors whether the house lets nothing of this through without that
 */
record Standing(
        Change change,
        List<Authorship> authors,
        List<Verdict> verdicts,
        List<Revision> counting,
        List<DocumentField> editedSince,
        Requirements demanded,
        Reach reach,
        Optional<CheckRun> checked,
        Optional<Hold> held,
        Optional<Instant> keyUntil,
        List<HiddenAuthors> hidden,
        boolean demandsCommitAuthors) {

    ChangeDocument document() {
        return change.document();
    }

    boolean isAuthor(PersonId person) {
        return authors.stream().anyMatch(author -> author.person().equals(person))
                || person.equals(change.author())
                || person.equals(change.revision().by())
                || document().coAuthors().contains(person);
    }

    /** What makes an author one. */
    Words wrote(PersonId person) {
        return authors.stream()
                .filter(author ->
                        author.person().equals(person) && author.part().isByCommit())
                .findFirst()
                .map(Authorship::fact)
                .orElseGet(() -> Words.of("is an author"));
    }

    /** Whether somebody unknown may be behind what is asked about. */
    boolean hidesAuthors() {
        return document().commits().isEmpty() || !hidden.isEmpty();
    }

    /** Approvals of exactly the current content, in these or other words, that have their proof on the record. */
    Stream<Verdict> approvals() {
        return bound().filter(verdict -> verdict.approves() && verdict.proven());
    }

    /** Everything that was said of exactly the current content, in these or other words. */
    Stream<Verdict> bound() {
        return verdicts.stream().filter(verdict -> verdict.isOn(counting));
    }

    /** When an approval given then counts no more; never if the policy sets no limit. */
    Optional<Instant> runsOut(Verdict approval) {
        return demanded.approvalHours() == 0
                ? Optional.empty()
                : Optional.of(approval.at().plus(Duration.ofHours(demanded.approvalHours())));
    }

    /** Until when an allow that is given now is worth something: no longer than its window, its key or an approval. */
    Instant validUntil(Instant now, Duration atMost) {
        Stream<Instant> always = Stream.of(now.plus(atMost), change.window().end());
        Stream<Instant> approvalsEnd = approvals().flatMap(approval -> runsOut(approval).stream());
        Stream<Instant> keyEnds = demanded.secondKey() ? keyUntil.stream() : Stream.empty();
        return Stream.of(always, approvalsEnd, keyEnds)
                .flatMap(ends -> ends)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** How many different people, none of them an author nor speaking for one, approved in that duty. */
    long independent(Duty duty) {
        return approvals()
                .filter(verdict -> verdict.duty() == duty)
                .filter(verdict -> verdict.voices().noneMatch(this::isAuthor))
                .map(Verdict::person)
                .distinct()
                .count();
    }
}
