package dev.countersign.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.Catalogue;
import dev.countersign.Told;
import dev.countersign.changes.DocumentField;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ChecklistTests {

    @RegisterExtension
    final Told told = Told.by(Checklist.class);

    @Test
    void asksEachQuestionOnce() {
        assertThat(Checklist.ALL.checks())
                .hasSizeGreaterThan(10)
                .extracting(Check::id)
                .doesNotHaveDuplicates();
    }

    @Test
    void standsInTheCatalogueCheckByCheck() {
        assertThat(Catalogue.section("Checks"))
                .isEqualTo(Checklist.ALL.checks().stream()
                        .collect(Collectors.toMap(Check::id, check -> check.title() + ".")));
    }

    @Test
    void givesEachResultItsNameVersionAndEvidence() {
        assertThat(Checklist.ALL.run(Submissions.good().submission())).allSatisfy(result -> {
            assertThat(result.check()).matches("[a-z]+(-[a-z]+)*");
            assertThat(result.version()).isPositive();
            assertThat(result.title()).isNotBlank();
            assertThat(result.evidence()).isNotEmpty();
        });
    }

    @Test
    void passesAChangeThatAnswersEverything() {
        assertThat(Checklist.ALL.run(Submissions.good().submission()))
                .noneMatch(CheckResult::blocks)
                .allSatisfy(result -> assertThat(result.fixHint()).isEmpty());
    }

    @Test
    void hintsAtTheWayOutWhereverItBlocks() {
        Submission bare = Submissions.good()
                .with("commits", List.of("main"))
                .with("alarms", "")
                .submission();
        assertThat(Checklist.ALL.run(bare).stream().filter(CheckResult::blocks))
                .extracting(CheckResult::check)
                .containsExactly("exact-artifact", "named-alarms");
        assertThat(Checklist.ALL.run(bare).stream().filter(CheckResult::blocks))
                .allSatisfy(result -> assertThat(result.fixHint()).isNotBlank());
    }

    @Test
    void turnsABrokenCheckIntoAnErrorThatBlocks() {
        CheckResult result = new Checklist(List.of(new BrokenCheck()))
                .run(Submissions.good().submission())
                .getFirst();
        assertThat(result.value()).isEqualTo(CheckValue.ERROR);
        assertThat(result.blocks()).isTrue();
        assertThat(result.fixHint()).isNotBlank();
        assertThat(result.evidence().getFirst().actual()).contains("no such luck");
        assertThat(told.lines())
                .containsExactly("Expected check 'broken' to give an answer, but it broke.: no such luck");
    }

    @Test
    void blocksWhenAnAnswerItNeedsIsAbsent() {
        Submission without = Submissions.good().with("blastRadius", null).submission();
        assertThat(Checklist.ALL.run(without))
                .filteredOn(result -> result.value() == CheckValue.ERROR)
                .extracting(CheckResult::check)
                .containsExactly("waves-beyond-one-zone");
    }

    /** What they said of a revision counts for one with other words, so they must not read those. */
    @Test
    void readsNoWording() {
        Submissions reworded = Submissions.good();
        DocumentField.wording().forEach(field -> reworded.with(field.key(), "x"));
        assertThat(Checklist.ALL.run(reworded.submission()))
                .isEqualTo(Checklist.ALL.run(Submissions.good().submission()));
    }

    private static final class BrokenCheck implements Check {

        @Override
        public String id() {
            return "broken";
        }

        @Override
        public String title() {
            return "It is never broken";
        }

        @Override
        public String fixHint() {
            return "Mend it.";
        }

        @Override
        public Finding examine(Submission submission) {
            throw new IllegalStateException("no such luck");
        }
    }
}
