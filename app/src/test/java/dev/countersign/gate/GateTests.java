package dev.countersign.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeDocument.Environment;
import dev.countersign.changes.DocumentField;
import dev.countersign.changes.Duty;
import dev.countersign.changes.HiddenAuthors;
import dev.countersign.changes.Status;
import dev.countersign.compliance.CheckValue;
import dev.countersign.policy.BlockingChecks;
import dev.countersign.policy.Requirements;
import dev.countersign.reviews.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GateTests {

    @Test
    void letsThroughWhatWasApprovedForExactlyThis() {
        assertThat(codes(Standings.approved())).isEmpty();
    }

    @Nested
    class ByTarget {

        @Test
        void refusesAnotherCommit() {
            assertThat(asking("f".repeat(40), "basket-api", Environment.PRODUCTION))
                    .containsExactly("gate.not-in-current-revision");
        }

        @Test
        void refusesTheSameCommitOfAnotherRepository() {
            Question question = new Question("storefront/fork", Standings.SHA, "basket-api", Environment.PRODUCTION);
            assertThat(codes(question, Standings.approved())).containsExactly("gate.not-in-current-revision");
        }

        /** A text from before there was one form keeps how it was typed, for its hash stands for it. */
        @Test
        void letsThroughWhatAnOldTextNamesInAnotherSpelling() {
            Standings old = Standings.approved()
                    .with("repository", "Storefront/Basket-API.git")
                    .with("commits", List.of(Standings.SHA.toUpperCase(Locale.ROOT)));
            assertThat(codes(old)).isEmpty();
            assertThat(codes(Question.about(old.standing().document()), old)).isEmpty();
        }

        @Test
        void letsThroughADigestThatIsNamed() {
            String digest = "sha256:" + "cd".repeat(32);
            Question question = new Question("storefront/basket-api", digest, "basket-api", Environment.PRODUCTION);
            assertThat(codes(question, Standings.approved().with("digest", digest)))
                    .isEmpty();
        }

        @Test
        void refusesAnotherSystem() {
            assertThat(asking(Standings.SHA, "payments", Environment.PRODUCTION))
                    .containsExactly("gate.other-system");
        }

        @Test
        void refusesAnotherEnvironment() {
            assertThat(asking(Standings.SHA, "basket-api", Environment.STAGING))
                    .containsExactly("gate.other-environment");
        }

        @Test
        void refusesAChangeWithASystemThatLeftTheRegistry() {
            assertThat(codes(Standings.approved().knowing("basket-api").building("basket-api")))
                    .containsExactly("gate.unregistered-system");
        }

        @Test
        void refusesARepositoryThatBuildsAnotherSystemByNow() {
            List<Reason> reasons = reasons(
                    Standings.QUESTION, Standings.approved().building("checkout-api", "checkout-web"), Standings.NOW);
            assertThat(reasons).singleElement().satisfies(reason -> {
                assertThat(reason.code()).isEqualTo("gate.repository-of-another-system");
                assertThat(reason.actual())
                        .hasToString("storefront/basket-api, which builds checkout-api, checkout-web");
            });
        }

        @Test
        void refusesARepositoryThatNobodyRegistered() {
            assertThat(codes(Standings.approved().building())).containsExactly("gate.repository-of-another-system");
        }

        @Test
        void leavesItToThePolicyWhetherThatStopsAChange() {
            assertThat(codes(Standings.approved().building().demanding(false, 0, BlockingChecks.of("exact-artifact"))))
                    .isEmpty();
        }

        @Test
        void asksTheRegistryAndNotTheChecksOfThatDay() {
            assertThat(codes(Standings.approved().red("registered-repository", CheckValue.UNSATISFIED)))
                    .isEmpty();
            assertThat(codes(Standings.approved().red("registered-repository", CheckValue.ERROR)))
                    .containsExactly("gate.check-blocks");
        }

        @Test
        void refusesAnEnvironmentInWhichTheSystemDoesNotRun() {
            Question question = new Question("storefront/basket-api", Standings.SHA, "basket-api", Environment.STAGING);
            Standings staged = Standings.approved().with("environment", "staging");
            assertThat(reasons(question, staged, Standings.NOW)).singleElement().satisfies(reason -> {
                assertThat(reason.code()).isEqualTo("gate.environment-of-no-system");
                assertThat(reason.expected()).isEqualTo("an environment in which system 'basket-api' runs: production");
                assertThat(reason.actual()).hasToString("staging");
            });
            assertThat(codes(
                            question,
                            staged.running(
                                    dev.countersign.registry.Environment.STAGING,
                                    dev.countersign.registry.Environment.PRODUCTION)))
                    .isEmpty();
            assertThat(codes(Standings.approved().running(dev.countersign.registry.Environment.STAGING)))
                    .containsExactly("gate.environment-of-no-system");
        }

        @Test
        void leavesTheEnvironmentToThePolicyAndAsksItAnew() {
            Standings elsewhere = Standings.approved().running(dev.countersign.registry.Environment.STAGING);
            assertThat(codes(elsewhere.demanding(false, 0, BlockingChecks.of("exact-artifact"))))
                    .isEmpty();
            assertThat(codes(Standings.approved().red("registered-environment", CheckValue.UNSATISFIED)))
                    .isEmpty();
            assertThat(codes(Standings.approved().red("registered-environment", CheckValue.ERROR)))
                    .containsExactly("gate.check-blocks");
        }

        private static List<String> asking(String artifact, String system, Environment environment) {
            Question question = new Question("storefront/basket-api", artifact, system, environment);
            return codes(question, Standings.approved());
        }
    }

    @Nested
    class ByStatus {

        @ParameterizedTest
        @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "APPROVED")
        void refusesEveryOther(Status status) {
            List<Reason> reasons =
                    reasons(Standings.QUESTION, Standings.approved().status(status), Standings.NOW);
            assertThat(reasons).extracting(Reason::code).containsExactly("gate.not-approved");
            assertThat(reasons.getFirst().wayOut()).isNotBlank();
        }

        @Test
        void refusesWhatSomebodyHoldsAndSaysWhy() {
            Standings held = Standings.approved().held("ines", "The alarm is silent.");
            assertThat(reasons(Standings.QUESTION, held, Standings.NOW))
                    .singleElement()
                    .satisfies(reason -> {
                        assertThat(reason.code()).isEqualTo("gate.held");
                        assertThat(reason.actual().toString()).contains("ines", "The alarm is silent.");
                    });
        }

        @Test
        void doesNotBelieveItWithoutVerdicts() {
            assertThat(codes(Standings.bare())).containsExactly("gate.reviews-missing");
        }
    }

    @Nested
    class ByReviewers {

        /** The rows are there, but nobody who decided wrote them. */
        @Test
        void countsNoneThatNothingProves() {
            Standings written = Standings.bare()
                    .withoutProof()
                    .verdict("ben", Duty.REVIEWER, Answer.APPROVE)
                    .verdict("chloe", Duty.REVIEWER, Answer.APPROVE)
                    .verdict("elena", Duty.DIRECTOR, Answer.APPROVE)
                    .demanding(2, true, false);
            assertThat(codes(written))
                    .containsExactlyInAnyOrder(
                            "gate.reviews-missing",
                            "gate.verdict-unproven",
                            "gate.verdict-unproven",
                            "gate.verdict-unproven",
                            "gate.sign-off-missing");
        }

        /** A forged no keeps back, as every doubt does. */
        @Test
        void isHeldUpByARejectionThatNothingProves() {
            Standings written = Standings.approved().withoutProof().verdict("dmitri", Duty.REVIEWER, Answer.REJECT);
            assertThat(codes(written)).containsExactly("gate.verdict-against");
        }

        @Test
        void countsOnePersonOnce() {
            assertThat(codes(Standings.bare()
                            .verdict("ben", Duty.REVIEWER, Answer.APPROVE)
                            .verdict("ben", Duty.REVIEWER, Answer.APPROVE)))
                    .containsExactly("gate.reviews-missing");
        }

        @Test
        void countsNoVerdictOnAnEarlierRevision() {
            assertThat(codes(Standings.bare()
                            .verdict("ben", Duty.REVIEWER, Answer.APPROVE)
                            .verdict("chloe", Duty.REVIEWER, Answer.APPROVE, 1, Standings.HASH)))
                    .containsExactly("gate.reviews-missing");
        }

        @Test
        void countsNoVerdictOnOtherContent() {
            assertThat(codes(Standings.bare()
                            .verdict("ben", Duty.REVIEWER, Answer.APPROVE)
                            .verdict("chloe", Duty.REVIEWER, Answer.APPROVE, 2, "cd".repeat(32))))
                    .containsExactly("gate.reviews-missing");
        }

        @Test
        void countsVerdictsOnTheSameInOtherWords() {
            assertThat(codes(Standings.bare()
                            .reworded()
                            .verdict("ben", Duty.REVIEWER, Answer.APPROVE, 1, Standings.EARLIER)
                            .verdict("chloe", Duty.REVIEWER, Answer.APPROVE)))
                    .isEmpty();
        }

        @Test
        void countsOnePersonOnceThoughTheySpokeOnBothWordings() {
            assertThat(codes(Standings.bare()
                            .reworded()
                            .verdict("ben", Duty.REVIEWER, Answer.APPROVE, 1, Standings.EARLIER)
                            .verdict("ben", Duty.REVIEWER, Answer.APPROVE)))
                    .containsExactly("gate.reviews-missing");
        }

        @Test
        void letsOtherWordsMakeUpForNothing() {
            Standings reworded =
                    Standings.bare().reworded().verdict("ben", Duty.REVIEWER, Answer.APPROVE, 1, Standings.EARLIER);
            assertThat(codes(reworded)).containsExactly("gate.reviews-missing");
            reworded.verdict("dmitri", Duty.REVIEWER, Answer.APPROVE, 1, Standings.EARLIER);
            assertThat(codes(reworded)).isEmpty();
            assertThat(codes(reworded.unchecked())).containsExactly("gate.checks-missing");
            assertThat(codes(reworded.verdict("chloe", Duty.REVIEWER, Answer.REJECT, 1, Standings.EARLIER)))
                    .containsExactly("gate.verdict-against", "gate.checks-missing");
        }

        @Test
        void namesWhatWasEditedSinceSomebodyApproved() {
            Standings edited = Standings.bare()
                    .verdict("ben", Duty.REVIEWER, Answer.APPROVE, 1, Standings.EARLIER)
                    .editedSince(DocumentField.STEPS, DocumentField.WINDOW_END);
            assertThat(codes(edited)).containsExactly("gate.reviews-missing", "gate.content-changed");
            assertThat(Objections.against(Standings.QUESTION, edited.standing(), Standings.NOW))
                    .filteredOn(reason -> reason.code().equals("gate.content-changed"))
                    .extracting(reason -> reason.actual().toString())
                    .containsExactly("revision 2 edits Steps, Window closes");
        }

        @Test
        void saysNoMoreOfAnEditThatWasApprovedAnew() {
            assertThat(codes(Standings.approved().editedSince(DocumentField.STEPS)))
                    .isEmpty();
        }

        @Test
        void countsNoAuthor() {
            assertThat(codes(Standings.bare()
                            .verdict("ben", Duty.REVIEWER, Answer.APPROVE)
                            .verdict("ada", Duty.REVIEWER, Answer.APPROVE)))
                    .containsExactly("gate.reviews-missing", "gate.approved-by-author");
        }

        @Test
        void countsNoCoAuthorEvenIfOnlyTheDocumentSaysSo() {
            assertThat(codes(Standings.approved().with("coAuthors", List.of("chloe"))))
                    .containsExactly("gate.reviews-missing", "gate.approved-by-author");
        }

        @Test
        void refusesAnAuthorsApprovalEvenBesidesEnoughOthers() {
            assertThat(codes(Standings.approved().author("dmitri").verdict("dmitri", Duty.REVIEWER, Answer.APPROVE)))
                    .containsExactly("gate.approved-by-author");
        }

        @Test
        void countsNobodyWhoIsBehindACommitAndNamesIt() {
            assertThat(reasons(Standings.QUESTION, Standings.approved().committer("chloe"), Standings.NOW))
                    .extracting(Reason::code, reason -> reason.actual().toString())
                    .containsExactly(
                            tuple("gate.reviews-missing", "1"),
                            tuple("gate.approved-by-author", "chloe approved and chloe committed 0123456789ab"));
        }

        @ParameterizedTest
        @EnumSource(
                mode = EnumSource.Mode.EXCLUDE,
                names = {"APPROVE", "ABSTAIN"})
        void refusesWhatSomebodySpokeAgainst(Answer answer) {
            assertThat(codes(Standings.approved().verdict("dmitri", Duty.REVIEWER, answer)))
                    .containsExactly("gate.verdict-against");
        }

        @ParameterizedTest
        @EnumSource(
                mode = EnumSource.Mode.INCLUDE,
                names = {"DIRECTOR", "VP"})
        void refusesWhatALeaderSpokeAgainstBesidesEnoughReviewers(Duty duty) {
            assertThat(codes(Standings.approved().verdict("elena", duty, Answer.REJECT)))
                    .containsExactly("gate.verdict-against");
        }

        @Test
        void countsAnAbstentionNeitherForNorAgainst() {
            assertThat(codes(Standings.approved().verdict("dmitri", Duty.REVIEWER, Answer.ABSTAIN)))
                    .isEmpty();
            assertThat(codes(Standings.bare()
                            .verdict("ben", Duty.REVIEWER, Answer.APPROVE)
                            .verdict("chloe", Duty.REVIEWER, Answer.ABSTAIN)))
                    .containsExactly("gate.reviews-missing");
        }

        @Test
        void wantsOneReviewerAtLeast() {
            assertThat(codes(Standings.bare().demanding(0, false, false))).containsExactly("gate.reviews-missing");
        }

        @Test
        void countsNoLeaderAsReviewer() {
            assertThat(codes(Standings.bare()
                            .verdict("ben", Duty.REVIEWER, Answer.APPROVE)
                            .verdict("elena", Duty.DIRECTOR, Answer.APPROVE)))
                    .containsExactly("gate.reviews-missing");
        }
    }

    @Nested
    class ByCommits {

        @Test
        void saysThatNobodyToldWhoIsBehindOne() {
            assertThat(codes(Standings.approved().untold())).isEmpty();
            assertThat(Note.about(Standings.approved().untold().standing()))
                    .extracting(Note::words)
                    .containsExactly("It is unknown whether an author approved it: the committer of 0123456789ab"
                            + " is unknown. The pipeline can report it.");
            assertThat(Note.about(Standings.approved().standing())).isEmpty();
        }

        @Test
        void refusesWhatNobodyToldWhereTheHouseDemandsIt() {
            Standings untold = Standings.approved().untold().demandingCommitAuthors();
            assertThat(codes(untold)).containsExactly("gate.commit-authors-unknown");
            assertThat(Note.about(untold.standing())).isEmpty();
            assertThat(codes(Standings.approved().demandingCommitAuthors())).isEmpty();
        }

        @Test
        void saysWhoIsUnknownAndThatTheAuthorIsMissing() {
            List<HiddenAuthors> hidden = List.of(
                    new HiddenAuthors(Standings.SHA, true, List.of("nobody@nowhere.invalid")),
                    new HiddenAuthors("ab".repeat(20), true, List.of()));
            assertThat(Note.about(Standings.approved().hiding(hidden).standing()))
                    .extracting(Note::words)
                    .containsExactly("It is unknown whether an author approved it: nobody here is known as"
                            + " nobody@nowhere.invalid, who is behind commit 0123456789ab; the author of commit"
                            + " abababababab is unknown. The pipeline can report it.");
            assertThat(codes(Standings.approved().hiding(hidden).demandingCommitAuthors()))
                    .containsExactly("gate.commit-authors-unknown");
        }

        @Test
        void takesADigestWithoutCommitsForUnknown() {
            String digest = "sha256:" + "cd".repeat(32);
            Question question = new Question("storefront/basket-api", digest, "basket-api", Environment.PRODUCTION);
            Standings built = Standings.approved()
                    .with("digest", digest)
                    .with("commits", List.of())
                    .demandingCommitAuthors();
            assertThat(codes(question, built)).containsExactly("gate.commit-authors-unknown");
        }
    }

    @Nested
    class ByLeaders {

        @Test
        void wantsTheDirectorWhereThePolicyDoes() {
            assertThat(codes(Standings.approved().demanding(2, true, false))).containsExactly("gate.sign-off-missing");
            assertThat(codes(Standings.approved()
                            .demanding(2, true, false)
                            .verdict("elena", Duty.DIRECTOR, Answer.APPROVE)))
                    .isEmpty();
        }

        @Test
        void takesTheVpForADirectorWhoWasSilent() {
            assertThat(codes(Standings.approved().demanding(2, true, false).verdict("grace", Duty.VP, Answer.APPROVE)))
                    .isEmpty();
        }

        @Test
        void wantsTheVpWhereThePolicyDoes() {
            assertThat(codes(Standings.approved()
                            .demanding(2, true, true)
                            .verdict("elena", Duty.DIRECTOR, Answer.APPROVE)))
                    .containsExactly("gate.vp-approval-missing");
        }

        @Test
        void countsNoLeaderWhoWroteIt() {
            assertThat(codes(Standings.approved()
                            .demanding(2, true, false)
                            .author("elena")
                            .verdict("elena", Duty.DIRECTOR, Answer.APPROVE)))
                    .containsExactly("gate.approved-by-author", "gate.sign-off-missing");
        }

        @Test
        void countsADelegateUnlessEitherOfThemWroteIt() {
            assertThat(codes(Standings.approved()
                            .demanding(2, true, false)
                            .verdictFor("elena", "farid", Duty.DIRECTOR, Answer.APPROVE)))
                    .isEmpty();
            for (String author : new String[] {"elena", "farid"}) {
                var standing = Standings.approved()
                        .demanding(2, true, false)
                        .author(author)
                        .verdictFor("elena", "farid", Duty.DIRECTOR, Answer.APPROVE);
                assertThat(codes(standing)).containsExactly("gate.approved-by-author", "gate.sign-off-missing");
                assertThat(reasons(Standings.QUESTION, standing, Standings.NOW)
                                .getFirst()
                                .actual())
                        .hasToString("farid for elena approved and %s is an author".formatted(author));
            }
        }
    }

    @Nested
    class ByThePolicysLimits {

        private static final Duration LONG = Duration.ofHours(9);

        @Test
        void wantsASecondKeyThatStillHolds() {
            Standings keyed = Standings.approved().demanding(true, 0, BlockingChecks.all());
            assertThat(codes(keyed)).containsExactly("gate.second-key-missing");
            assertThat(codes(keyed.keyUntil(Standings.NOW))).containsExactly("gate.second-key-missing");
            assertThat(codes(keyed.keyUntil(Standings.NOW.plusMillis(1)))).isEmpty();
        }

        @Test
        void countsNoApprovalThatHasGrownTooOld() {
            Standings limited = Standings.approved().demanding(false, 1, BlockingChecks.all());
            assertThat(at(limited, Duration.ofHours(1).minusMillis(1))).isEmpty();
            assertThat(at(limited, Duration.ofHours(1)))
                    .containsExactly("gate.approval-expired", "gate.approval-expired");
        }

        @Test
        void wantsWhatAStricterPolicyLetsBlock() {
            Standings red = Standings.approved().red("named-alarms", CheckValue.UNSATISFIED);
            assertThat(codes(red.demanding(false, 0, BlockingChecks.of("exact-artifact"))))
                    .isEmpty();
            assertThat(codes(red.demanding(false, 0, BlockingChecks.of("named-alarms"))))
                    .containsExactly("gate.check-blocks");
        }

        @Test
        void takesACheckWithoutAnAnswerForANo() {
            assertThat(codes(Standings.approved()
                            .demanding(false, 0, BlockingChecks.none())
                            .red("named-alarms", CheckValue.ERROR)))
                    .containsExactly("gate.check-blocks");
        }

        @Test
        void refusesWhatNoCheckLookedAt() {
            assertThat(codes(Standings.approved().unchecked())).containsExactly("gate.checks-missing");
            assertThat(codes(Standings.approved().checkedByNothing())).containsExactly("gate.checks-missing");
        }

        /** Nothing that became harmless since takes back what was demanded when it was submitted. */
        @Test
        void wantsAtLeastWhatItWantedWhenItWasSubmitted() {
            Requirements now = new Requirements(1, false, false, false, BlockingChecks.none(), 15, 0, List.of("b"));
            Requirements then = new Requirements(3, true, true, true, BlockingChecks.all(), 90, 8, List.of("a"));
            Standings submitted = Standings.approved().demanding(then);
            assertThat(Demands.atLeastAsThen(submitted.standing().change(), now))
                    .isEqualTo(new Requirements(3, true, true, true, BlockingChecks.all(), 90, 8, List.of("a", "b")));
            assertThat(Demands.atLeastAsThen(submitted.demanding(now).standing().change(), then))
                    .isEqualTo(new Requirements(3, true, true, true, BlockingChecks.all(), 90, 8, List.of("b", "a")));
        }

        @Test
        void allowsNoLongerThanKeyAndApprovalsHold() {
            Standings limited = Standings.approved().demanding(true, 1, BlockingChecks.all());
            assertThat(until(limited.keyUntil(Standings.NOW.plusSeconds(60)), LONG))
                    .isEqualTo(Standings.NOW.plusSeconds(60));
            assertThat(until(
                            limited.keyUntil(Standings.NOW.plus(LONG)).with("windowEnd", "2026-11-24T11:00:00Z"), LONG))
                    .isEqualTo(Standings.NOW.plus(Duration.ofHours(1)));
        }

        /** A key that nobody demands ends nothing. */
        @Test
        void allowsNoLongerThanTheWindowIsOpen() {
            Standings unlimited = Standings.approved()
                    .demanding(false, 0, BlockingChecks.all())
                    .keyUntil(Standings.NOW.plusSeconds(60));
            assertThat(until(unlimited, LONG)).isEqualTo(Standings.CLOSES);
            assertThat(until(unlimited, Duration.ofMinutes(15))).isEqualTo(Standings.NOW.plusSeconds(900));
            assertThat(until(unlimited.with("windowEnd", "2026-11-23T11:00:01Z"), Duration.ofMinutes(15)))
                    .isEqualTo(Standings.NOW.plusSeconds(1));
        }

        private static Instant until(Standings standings, Duration atMost) {
            return standings.standing().validUntil(Standings.NOW, atMost);
        }

        /** The window is left out of account here. */
        private static List<String> at(Standings standings, Duration later) {
            return reasons(Standings.QUESTION, standings, Standings.NOW.plus(later)).stream()
                    .map(Reason::code)
                    .filter(code -> !code.equals("gate.window-closed"))
                    .toList();
        }
    }

    /** Between the look at a change and the answer that is kept. */
    @Nested
    class InThatMoment {

        private static final Change JUDGED = Standings.approved().standing().change();
        private static final Decision ALLOW =
                new Decision(List.of(), List.of(), Optional.of(JUDGED), Standings.NOW, Standings.NOW.plusSeconds(900));

        @Test
        void standsByTheAllowOfWhatKeptStill() {
            assertThat(ALLOW.confirmed(JUDGED, false, Optional.empty())).isSameAs(ALLOW);
        }

        @Test
        void letsNothingThroughThatMoved() {
            for (int version : new int[] {8, 10}) {
                Decision answer = ALLOW.confirmed(
                        Standings.approved().version(version).standing().change(), false, Optional.empty());
                assertThat(answer.allows()).isFalse();
                assertThat(answer.validUntil()).isEqualTo(Standings.NOW);
                assertThat(answer.reasons()).extracting(Reason::code).containsExactly("gate.change-moved");
            }
        }

        @Test
        void letsNothingThroughThatAnApproverTurnsOutToHaveWritten() {
            assertThat(ALLOW.confirmed(JUDGED, true, Optional.empty()).reasons())
                    .extracting(Reason::code)
                    .containsExactly("gate.change-moved");
        }

        @Test
        void letsNothingThroughThatSomebodyHolds() {
            Decision answer = ALLOW.confirmed(
                    JUDGED,
                    false,
                    Standings.approved()
                            .held("ines", "It is silent.")
                            .standing()
                            .held());
            assertThat(answer.reasons()).extracting(Reason::code).containsExactly("gate.held");
        }
    }

    @Nested
    class ByTime {

        @Test
        void opensWithTheWindow() {
            assertThat(at(Standings.OPENS.minusMillis(1))).containsExactly("gate.window-not-open");
            assertThat(at(Standings.OPENS)).isEmpty();
        }

        @Test
        void closesWithTheWindow() {
            assertThat(at(Standings.CLOSES.minusMillis(1))).isEmpty();
            assertThat(at(Standings.CLOSES)).containsExactly("gate.window-closed");
        }

        @Test
        void wantsAWindowAsShortAsThePolicyDoesByNow() {
            assertThat(codes(Standings.approved().demandingWindow(2))).isEmpty();
            assertThat(codes(Standings.approved().demandingWindow(1))).containsExactly("gate.window-too-long");
        }

        @Test
        void wantsNoMinuteMoreThanThat() {
            Standings longer = Standings.approved()
                    .with("windowEnd", Standings.CLOSES.plusSeconds(60).toString());
            assertThat(codes(longer.demandingWindow(2))).containsExactly("gate.window-too-long");
        }

        @Test
        void wantsAWindow() {
            Standings without = Standings.approved().with("windowEnd", "");
            assertThat(codes(without)).containsExactly("gate.window-missing");
        }

        private static List<String> at(Instant now) {
            return reasons(Standings.QUESTION, Standings.approved(), now).stream()
                    .map(Reason::code)
                    .toList();
        }
    }

    @Test
    void namesEveryReasonAtOnceWithExpectationFactAndWayOut() {
        Question question = new Question("storefront/basket-api", "f".repeat(40), "payments", Environment.STAGING);
        Standings bad = Standings.bare()
                .status(Status.IN_REVIEW)
                .demanding(2, true, true)
                .knowing("basket-api")
                .building("basket-api", "payments");
        List<Reason> reasons = reasons(question, bad, Standings.CLOSES);
        assertThat(reasons)
                .extracting(Reason::code)
                .containsExactly(
                        "gate.not-in-current-revision",
                        "gate.other-system",
                        "gate.other-environment",
                        "gate.unregistered-system",
                        "gate.not-approved",
                        "gate.reviews-missing",
                        "gate.sign-off-missing",
                        "gate.vp-approval-missing",
                        "gate.window-closed");
        assertThat(reasons).allSatisfy(reason -> {
            assertThat(reason.expected()).isNotBlank();
            assertThat(reason.actual().toString()).isNotBlank();
            assertThat(reason.wayOut()).isNotBlank();
        });
    }

    private static List<String> codes(Standings standings) {
        return codes(Standings.QUESTION, standings);
    }

    private static List<String> codes(Question question, Standings standings) {
        return reasons(question, standings, Standings.NOW).stream()
                .map(Reason::code)
                .toList();
    }

    private static List<Reason> reasons(Question question, Standings standings, Instant now) {
        return Objections.against(question, standings.standing(), now);
    }
}
