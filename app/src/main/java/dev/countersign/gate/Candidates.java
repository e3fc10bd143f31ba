package dev.countersign.gate;

import dev.countersign.changes.Authors;
import dev.countersign.changes.Authorship;
import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeList;
import dev.countersign.changes.Commits;
import dev.countersign.changes.DocumentField;
import dev.countersign.changes.Holds;
import dev.countersign.changes.Reach;
import dev.countersign.changes.Reaches;
import dev.countersign.changes.Revision;
import dev.countersign.changes.Revisions;
import dev.countersign.compliance.Checks;
import dev.countersign.policy.Requirements;
import dev.countersign.reviews.Verdict;
import dev.countersign.reviews.Verdicts;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Finds the changes that name what is asked about, and how each of them stands. */
@Component
class Candidates {

    /** More changes for one commit than anybody reads; those that can allow it come first. */
    private static final int MOST = 20;

    /** For a change whose systems nobody knows: it is refused anyway, this only completes the reasons. */
    private static final Requirements ONE_REVIEW = Requirements.of(1, false, false, 0, List.of());

    private final ChangeList list;
    private final Revisions revisions;
    private final Authors authors;
    private final Commits commits;
    private final Verdicts verdicts;
    private final Demands demands;
    private final Reaches reaches;
    private final Checks checks;
    private final KeyRows keys;
    private final Holds holds;
    private final Clock clock;
    private final boolean demandsCommitAuthors;

    Candidates(
            ChangeList list,
            Revisions revisions,
            Authors authors,
            Commits commits,
            Verdicts verdicts,
            Demands demands,
            Reaches reaches,
            Checks checks,
            KeyRows keys,
            Holds holds,
            Clock clock,
            @Value("${countersign.gate.demand-commit-authors:false}") boolean demandsCommitAuthors) {
        this.list = list;
        this.revisions = revisions;
        this.authors = authors;
        this.commits = commits;
        this.verdicts = verdicts;
        this.demands = demands;
        this.reaches = reaches;
        this.checks = checks;
        this.keys = keys;
        this.holds = holds;
        this.clock = clock;
        this.demandsCommitAuthors = demandsCommitAuthors;
    }

    /** Approved ones first, of these the ones that are about the question. */
    List<Change> naming(Question question) {
        return list.naming(
                question.repository(),
                question.artifact(),
                question.system(),
                Question.word(question.environment()),
                MOST);
    }

    /** Whether somebody who approved its text is one of its authors by now. */
    boolean isApprovedByAnAuthor(Change change) {
        List<Revision> counting = revisions.counting(change.revision());
        List<Authorship> wrote = authors.of(change.id());
        return verdicts.of(change.id()).stream()
                .filter(given -> given.approves() && given.isOn(counting))
                .flatMap(Verdict::voices)
                .anyMatch(voice ->
                        wrote.stream().anyMatch(author -> author.person().equals(voice)));
    }

    Standing standing(Change change) {
        Reach reach = reaches.of(change.document());
        List<Revision> counting = revisions.counting(change.revision());
        List<Verdict> given = verdicts.of(change.id());
        List<Authorship> wrote = authors.of(change.id());
        return new Standing(
                change,
                wrote,
                given,
                counting,
                editedSince(change, given, counting),
                reach.systems().isEmpty() ? ONE_REVIEW : demands.of(change, reach),
                reach,
                checks.of(counting),
                holds.open(change.id()),
                keys.holding(change.id(), counting, wrote, clock.instant()).map(SecondKey::until),
                commits.hidden(change.document()),
                demandsCommitAuthors && reachesTierOne(reach));
    }

    /** Systems that nobody registered could be anything. */
    private static boolean reachesTierOne(Reach reach) {
        return reach.systems().isEmpty() || reach.systems().stream().anyMatch(system -> system.tier() == 1);
    }

    /** What makes the last approval that counts no more one of something else. */
    private List<DocumentField> editedSince(Change change, List<Verdict> given, List<Revision> counting) {
        return given.stream()
                .filter(verdict -> verdict.approves() && !verdict.isOn(counting))
                .reduce((_, later) -> later)
                .flatMap(approval -> revisions.find(change.id(), approval.revision()))
                .map(approved -> revisions.apart(approved, change.document()))
                .orElse(List.of());
    }
}
