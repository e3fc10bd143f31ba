package dev.countersign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database refuses by itself, whoever runs the SQL with the application's account. */
class DatabaseGuardsIT {

    private static final String SHA = "0123456789abcdef0123456789abcdef01234567";
    private static final HouseDatabase DATABASE = HouseDatabase.shared();

    /** Ada's change, reviewed by Ben and signed by Elena; only then it is told that both are behind its commit. Chloe is not. */
    @BeforeAll
    static void decideOnAChange() {
        DATABASE.given("""
                INSERT INTO identity.person (id, name, email, roles, seen_at)
                    SELECT id, id, '', '{}', now() FROM unnest('{ada,ben,chloe,elena,farid,ines}'::text[]) id ON CONFLICT DO NOTHING;
                INSERT INTO changes.change (id, status, version, author, title, revision, policy_version, created_at, status_since)
                    VALUES ('CHG-900001', 'APPROVED', 9, 'ada', 'Guarded', 1, 'base-1', now(), now());
                INSERT INTO changes.revision (change_id, number, document, hash, author, at)
                    VALUES ('CHG-900001', 1, '{}', sha256('one'), 'ada', now());
                INSERT INTO changes.target (change_id, revision, repository, artifact, environment)
                    VALUES ('CHG-900001', 1, 'storefront/guarded', '0123456789abcdef0123456789abcdef01234567', 'production');
                INSERT INTO changes.duty (change_id, person_id, duty, since) VALUES
                    ('CHG-900001', 'ada', 'AUTHOR', now()), ('CHG-900001', 'ben', 'REVIEWER', now()),
                    ('CHG-900001', 'chloe', 'REVIEWER', now()), ('CHG-900001', 'elena', 'DIRECTOR', now());
                INSERT INTO changes.hold (change_id, number, held_by, reason, at)
                    VALUES ('CHG-900001', 1, 'ines', 'The alarm is silent.', now());
                INSERT INTO changes.commit_author (repository, sha, part, who, told_by, at) VALUES
                    ('storefront/guarded', '0123456789abcdef0123456789abcdef01234567', 'CODE_AUTHOR', 'ben', 'gate-bot', now()),
                    ('storefront/guarded', '0123456789abcdef0123456789abcdef01234567', 'PUSHER', 'elena', 'gate-bot', now());
                """);
    }

    @Nested
    class OfTheGatesAnswers {

        private static final String DECISION = """
                INSERT INTO gate.decision (decided_at, valid_until, asked_by, repository, artifact, system, environment,
                  decision, reasons, change_id, revision, revision_hash)
                VALUES (now(), now(), 'gate-bot', 'storefront/guarded', '%s', 'cart', 'production', '%s', '%s', %s, 1, %s)
                """;

        @Test
        void refusesAnAllowWithAReasonAndADenyWithout() {
            DATABASE.refuses(
                    DECISION.formatted(SHA, "allow", "[{\"code\": \"gate.held\"}]", "'CHG-900001'", "sha256('one')"),
                    "decision_check1");
            DATABASE.refuses(DECISION.formatted(SHA, "deny", "[]", "'CHG-900001'", "sha256('one')"), "decision_check1");
        }

        @Test
        void refusesAnAllowOfNothingAndOfAnotherText() {
            DATABASE.refuses(DECISION.formatted(SHA, "allow", "[]", "NULL", "NULL"), "\"decision_check\"");
            DATABASE.refuses(DECISION.formatted(SHA, "allow", "[]", "'CHG-900001'", "NULL"), "\"decision_check\"");
            DATABASE.refuses(
                    DECISION.formatted(SHA, "allow", "[]", "'CHG-900001'", "sha256('other')"),
                    "decision_change_id_revision_revision_hash_fkey");
        }

        @ParameterizedTest
        @ValueSource(strings = {"main", "0123456", "sha256:0123456"})
        void refusesAnAnswerAboutNoArtifact(String artifact) {
            DATABASE.refuses(DECISION.formatted(artifact, "deny", "[1]", "NULL", "NULL"), "decision_artifact_check");
        }

        @Test
        void keepsAnAllowAndADeny() {
            String allow = DECISION.formatted(SHA, "allow", "[]", "'CHG-900001'", "sha256('one')");
            String deny = DECISION.formatted(SHA, "deny", "[{\"code\": \"gate.held\"}]", "NULL", "NULL");
            assertThat(DATABASE.app().sql(allow).update()).isOne();
            assertThat(DATABASE.app().sql(deny).update()).isOne();
        }
    }

    /** Who is behind a commit stands for nobody else, whatever duty they took before that was known. */
    @Nested
    class OfCommitters {

        private static final String RELEASE =
                "INSERT INTO changes.hold_release (change_id, number, side, person_id, at) VALUES ('CHG-900001', 1, '%s', '%s', now())";
        private static final String KEY = """
                INSERT INTO gate.second_key (change_id, revision, revision_hash, turned_by, duty, turned_at, holds_until)
                VALUES ('CHG-900001', 1, sha256('one'), '%s', '%s', now(), now() + interval '5 minutes')
                """;

        @ParameterizedTest
        @ValueSource(strings = {"ben", "elena"})
        void refusesTheirWordForThoseWhoDidNotWriteIt(String committer) {
            DATABASE.refuses(RELEASE.formatted("OTHER", committer), "can't stand for those who did not");
        }

        @Test
        void refusesAnAuthorsWordForTheOthersAndTheOthersForAnAuthor() {
            DATABASE.refuses(RELEASE.formatted("OTHER", "ada"), "can't stand for those who did not");
            DATABASE.refuses(RELEASE.formatted("AUTHOR", "chloe"), "foreign key");
            assertThat(DATABASE.app().sql(RELEASE.formatted("OTHER", "chloe")).update())
                    .isOne();
        }

        @ParameterizedTest
        @CsvSource({"ben, REVIEWER", "elena, DIRECTOR"})
        void refusesTheirKey(String committer, String duty) {
            DATABASE.refuses(KEY.formatted(committer, duty), "is behind a commit of");
        }

        @ParameterizedTest
        @CsvSource(
                quoteCharacter = '"',
                value = {"ben, REVIEWER, NULL", "elena, DIRECTOR, NULL", "ines, DIRECTOR, 'elena'"})
        void refusesTheirVerdictAndOneForThem(String person, String duty, String behind) {
            DATABASE.refuses("""
                    INSERT INTO reviews.verdict (change_id, revision, revision_hash, since, person_id, on_behalf_of, duty, slot,
                      verdict, comment, task_id, at)
                    VALUES ('CHG-900001', 1, sha256('one'), 1, '%s', %s, '%s', 1, 'APPROVE', '', -1, now())
                    """.formatted(person, behind, duty), "is behind a commit of");
        }

        /** Of them it wants no more than of everybody: that the record tells of it. */
        @Test
        void asksOfSomebodyElseForTheEntryOnly() {
            DATABASE.refuses(KEY.formatted("chloe", "REVIEWER"), "to have its entry in the journal");
        }

        @Test
        void refusesTheirNewDuty() {
            DATABASE.given("""
                    INSERT INTO changes.commit_author (repository, sha, part, who, told_by, at)
                    VALUES ('storefront/guarded', '%s', 'COMMITTER', 'farid', 'gate-bot', now())
                    """.formatted(SHA));
            DATABASE.refuses(
                    "INSERT INTO changes.duty (change_id, person_id, duty, since) VALUES ('CHG-900001', 'farid', 'VP', now())",
                    "is behind a commit of");
        }
    }

    @Nested
    class OfAbsences {

        private static final Instant FROM = Instant.parse("2026-11-23T12:00:00Z");
        private static final Instant UNTIL = Instant.parse("2026-11-30T12:00:00Z");
        private static final Instant BACK = Instant.parse("2026-11-25T12:00:00Z");
        private static final Duration LEAST = Duration.ofNanos(1000);

        /** Chloe is away for a week; Elena came back before. */
        @BeforeAll
        static void go() {
            DATABASE.given("""
                    INSERT INTO reviews.absence (id, person_id, from_at, until_at, reason, recorded_by, at) OVERRIDING SYSTEM VALUE VALUES
                        (900001, 'chloe', '2026-11-23T12:00Z', '2026-11-30T12:00Z', 'On leave', 'chloe', now()),
                        (900002, 'elena', '2026-11-23T12:00Z', '2026-11-30T12:00Z', 'On leave', 'elena', now());
                    INSERT INTO reviews.absence_end (absence_id, ended_by, at) VALUES (900002, 'elena', '2026-11-25T12:00Z');
                    INSERT INTO reviews.delegation (id, absence_id, delegator, delegate, recorded_by, at) OVERRIDING SYSTEM VALUE VALUES
                        (900001, 900001, 'chloe', 'ben', 'chloe', '2026-11-20T12:00Z'),
                        (900002, 900002, 'elena', 'farid', 'elena', '2026-11-24T12:00Z');
                    """);
        }

        @Test
        void refusesADelegateWhoIsTheSamePersonOrNamedThemselves() {
            String delegation =
                    "INSERT INTO reviews.delegation (absence_id, delegator, delegate, recorded_by, at) VALUES (900001, 'chloe', '%s', '%s', now())";
            DATABASE.refuses(delegation.formatted("chloe", "elena"), "delegation_to_another");
            DATABASE.refuses(delegation.formatted("farid", "farid"), "delegation_to_another");
        }

        @Test
        void refusesAnAbsenceThatEndsBeforeItBegins() {
            DATABASE.refuses(
                    "INSERT INTO reviews.absence (person_id, from_at, until_at, reason, recorded_by, at) VALUES ('ada', now(), now(), 'On leave', 'ada', now())",
                    "absence_check");
        }

        @Test
        void beginsAtItsFirstInstantAndIsOverAtItsLast() {
            assertThat(away("chloe", FROM.minus(LEAST))).isFalse();
            assertThat(away("chloe", FROM)).isTrue();
            assertThat(away("chloe", UNTIL.minus(LEAST))).isTrue();
            assertThat(away("chloe", UNTIL)).isFalse();
            assertThat(away("elena", BACK.minus(LEAST))).isTrue();
            assertThat(away("elena", BACK)).isFalse();
        }

        @Test
        void letsADelegateDecideForAsLong() {
            assertThat(delegated("chloe", FROM.minus(LEAST))).isFalse();
            assertThat(delegated("chloe", FROM)).isTrue();
            assertThat(delegated("chloe", UNTIL.minus(LEAST))).isTrue();
            assertThat(delegated("chloe", UNTIL)).isFalse();
            Instant named = Instant.parse("2026-11-24T12:00:00Z");
            assertThat(delegated("elena", named.minus(LEAST))).isFalse();
            assertThat(delegated("elena", named)).isTrue();
            assertThat(delegated("elena", BACK)).isFalse();
        }

        private static boolean away(String person, Instant moment) {
            return DATABASE.app()
                    .sql("SELECT reviews.is_away(:person, :moment)")
                    .param("person", person)
                    .param("moment", moment.atOffset(ZoneOffset.UTC))
                    .query(Boolean.class)
                    .single();
        }

        private static boolean delegated(String leader, Instant moment) {
            return DATABASE.app()
                    .sql("SELECT reviews.delegation_of(:leader, 'checkout', :moment) IS NOT NULL")
                    .param("leader", leader)
                    .param("moment", moment.atOffset(ZoneOffset.UTC))
                    .query(Boolean.class)
                    .single();
        }
    }
}
