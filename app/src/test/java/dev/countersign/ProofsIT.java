package dev.countersign;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who can only insert rows has proved nothing: what counts refers to its entry and to the log-in that it took. */
class ProofsIT {

    private static final HouseDatabase DATABASE = HouseDatabase.shared();
    private static final String NO_ENTRY = "to have its entry in the journal";
    private static final String NO_LOG_IN = "to have a fresh log-in or a signature of its own";

    /** Ada's changes, with the duties of those who decide on them, and a system of Tier-1. */
    @BeforeAll
    static void begin() {
        DATABASE.given("""
                INSERT INTO identity.person (id, name, email, roles, seen_at)
                    SELECT id, id, '', '{}', now() FROM unnest('{ada,ben,chloe,elena,grace,hugo,jonas}'::text[]) id ON CONFLICT DO NOTHING;
                INSERT INTO changes.change (id, status, version, author, title, revision, policy_version, created_at, status_since)
                    SELECT 'CHG-91000' || n, 'APPROVED', 9, 'ada', 'Proved', 1, 'base-1', now(), now() FROM generate_series(1, 9) n;
                INSERT INTO changes.revision (change_id, number, document, hash, author, at)
                    SELECT 'CHG-91000' || n, 1, '{}', sha256('one'), 'ada', now() FROM generate_series(1, 9) n;
                INSERT INTO changes.material (change_id, revision, hash, fields, since)
                    SELECT 'CHG-91000' || n, 1, sha256('one'), '{title}', 1 FROM generate_series(1, 9) n;
                INSERT INTO changes.duty (change_id, person_id, duty, since)
                    SELECT 'CHG-91000' || n, person, duty, now() FROM generate_series(1, 9) n,
                        (VALUES ('ada', 'AUTHOR'), ('ben', 'REVIEWER'), ('chloe', 'REVIEWER'), ('elena', 'DIRECTOR')) AS d (person, duty);
                INSERT INTO registry.department VALUES ('proofs', 'Proofs', 'storefront', 'elena', 'grace');
                INSERT INTO registry.system (key, name, description, declared_tier, department, owner)
                    VALUES ('proved-cart', 'Proved', '', 1, 'proofs', 'jonas');
                INSERT INTO policy.base VALUES ('base-9001', sha256('base-9001'), 'table', now());
                INSERT INTO policy.draft (id, title, origin, shipped, begun_by, begun_at)
                    VALUES ('POL-910001', 'Another table', 'base-9001', false, 'grace', now());
                INSERT INTO policy.edition (draft, round, base, starts_at, reason, proposed_by, proposed_at)
                    VALUES ('POL-910001', 1, 'base-9001', now(), 'Better.', 'grace', now());
                INSERT INTO policy.draft_part (draft, person, part, since) VALUES ('POL-910001', 'hugo', 'LEADER', now());
                """);
    }

    @Nested
    class OfVerdicts {

        /** All that the gate asked for, written by hand a day ago. */
        @Test
        void refusesThreeBackDatedOnesOfNobody() {
            String dated = verdict("CHG-910001", "ben", "REVIEWER", 1, "now() - interval '1 day'")
                    + verdict("CHG-910001", "chloe", "REVIEWER", 2, "now() - interval '1 day'")
                    + verdict("CHG-910001", "elena", "DIRECTOR", 1, "now() - interval '1 day'");
            DATABASE.refuses(dated, NO_ENTRY);
            assertThat(count("SELECT count(*) FROM reviews.verdict WHERE change_id = 'CHG-910001'"))
                    .isZero();
        }

        @ParameterizedTest
        @CsvSource({
            "change/CHG-910009, reviews.verdict-given, ben, APPROVE, 1",
            "change/CHG-910002, reviews.claimed, ben, APPROVE, 1",
            "change/CHG-910002, reviews.verdict-given, chloe, APPROVE, 1",
            "change/CHG-910002, reviews.verdict-given, ben, REJECT, 1",
            "change/CHG-910002, reviews.verdict-given, ben, APPROVE, 2"
        })
        void refusesTheEntryOfAnotherSubjectKindPersonOrWord(
                String stream, String kind, String actor, String answer, int slot) {
            String entry = entry(stream, kind, actor, "now()", given("CHG-910002", "REVIEWER", answer, slot));
            DATABASE.refuses(entry + verdict("CHG-910002", "ben", "REVIEWER", 1, "now()"), NO_ENTRY);
        }

        @Test
        void refusesTheEntryOfAnotherMomentAndOfAnotherTransaction() {
            String entry = entry(
                    "change/CHG-910003",
                    "reviews.verdict-given",
                    "ben",
                    "now()",
                    given("CHG-910003", "REVIEWER", "APPROVE", 1));
            String dated = verdict("CHG-910003", "ben", "REVIEWER", 1, "now() - interval '6 minutes'");
            DATABASE.refuses(entry + dated, NO_ENTRY);
            DATABASE.app().sql(entry).update();
            DATABASE.refuses(verdict("CHG-910003", "ben", "REVIEWER", 1, "now()"), NO_ENTRY);
        }

        @Test
        void refusesOneOfALeaderWithoutALogInForExactlyThat() {
            String signed = entry(
                            "change/CHG-910004",
                            "reviews.verdict-given",
                            "elena",
                            "now()",
                            given("CHG-910004", "DIRECTOR", "APPROVE", 1))
                    + verdict("CHG-910004", "elena", "DIRECTOR", 1, "now()");
            String matter = "sign-off-change of CHG-910004, revision '||encode(sha256('one'),'hex')||'";
            DATABASE.refuses(signed, NO_LOG_IN);
            DATABASE.refuses(logIn("elena", matter, "'REJECT', ''") + signed, NO_LOG_IN);
            DATABASE.refuses(logIn("grace", matter, "'APPROVE', ''") + signed, NO_LOG_IN);
            DATABASE.refuses(logIn("elena", matter + ", for grace", "'APPROVE', ''") + signed, NO_LOG_IN);
            write(logIn("elena", matter, "'APPROVE', ''") + signed);
            assertThat(proven("CHG-910004")).isTrue();
        }

        /** What is possible still for whoever has the account: to lie now, at length, and on the record. */
        @Test
        void takesOneWithItsEntry() {
            write(entry(
                            "change/CHG-910005",
                            "reviews.verdict-given",
                            "ben",
                            "now()",
                            given("CHG-910005", "REVIEWER", "APPROVE", 1))
                    + verdict("CHG-910005", "ben", "REVIEWER", 1, "now()"));
            assertThat(proven("CHG-910005")).isTrue();
        }

        /** Rows of old: one whose entry is found, one that nothing tells of. */
        @Test
        void countsOfOldOnesThoseOfWhichTheRecordTells() {
            DATABASE.given(entry(
                            "change/CHG-910006",
                            "reviews.verdict-given",
                            "ben",
                            "now()",
                            given("CHG-910006", "REVIEWER", "APPROVE", 1))
                    + verdict("CHG-910006", "ben", "REVIEWER", 1, "now()")
                    + verdict("CHG-910007", "ben", "REVIEWER", 1, "now()"));
            assertThat(proven("CHG-910006")).isFalse();
            JdbcClient.create(DATABASE.as("countersign_owner"))
                    .sql(
                            "SELECT reviews.prove_verdict(v, true)::text FROM reviews.verdict v WHERE change_id IN ('CHG-910006', 'CHG-910007')")
                    .query(String.class)
                    .list();
            assertThat(proven("CHG-910006")).isTrue();
            assertThat(proven("CHG-910007")).isFalse();
        }

        private static boolean proven(String change) {
            return DATABASE.app()
                    .sql("SELECT reviews.is_proven(v) FROM reviews.verdict v WHERE change_id = :change")
                    .param("change", change)
                    .query(Boolean.class)
                    .single();
        }

        private static String verdict(String change, String person, String duty, int slot, String at) {
            return """
                    INSERT INTO reviews.verdict (change_id, revision, revision_hash, since, person_id, duty, slot, verdict, comment, task_id, at)
                    VALUES ('%s', 1, sha256('one'), 1, '%s', '%s', %d, 'APPROVE', '', nextval('registry.proposal_number'), %s);
                    """.formatted(change, person, duty, slot, at);
        }

        private static String given(String change, String duty, String answer, int slot) {
            return """
                    'change', '%s', 'revision', 1, 'hash', encode(sha256('one'), 'hex'), 'duty', '%s', 'slot', %d, 'answer', '%s',
                    'comment', '', 'onBehalfOf', ''""".formatted(change, duty, slot, answer);
        }
    }

    @Nested
    class OfVotes {

        @Test
        void letsTwoSelfWrittenOnesChangeNoTier() {
            DATABASE.refuses("""
                    INSERT INTO registry.vote VALUES ('REG-910001', 'ada', 'PROPOSED', 'Mine.', now());
                    INSERT INTO registry.proposal (id, kind, title, systems, edit, proposed_by) VALUES ('REG-910001', 'TIER_OVERRIDE', 'Mine',
                        '{proved-cart}', '{"departments": [], "systems": [], "incidents": [], "overrides": [
                            {"system": "proved-cart", "tier": 4, "reason": "Mine.", "endsAt": "2099-01-01T00:00:00Z"}]}', 'ada');
                    INSERT INTO registry.vote VALUES ('REG-910001', 'ben', 'APPROVED', '', now());
                    INSERT INTO registry.adoption (proposal, approved_by) VALUES ('REG-910001', 'ben');
                    """, NO_ENTRY);
            assertThat(count("SELECT count(*) FROM registry.override WHERE system = 'proved-cart'"))
                    .isZero();
        }

        @Test
        void refusesOneAboutNothing() {
            DATABASE.refuses("INSERT INTO registry.vote VALUES ('REG-910002', 'ada', 'PROPOSED', '', now())", NO_ENTRY);
        }

        @Test
        void refusesOneOnAnAddendumThatNothingTellsOf() {
            DATABASE.refuses("INSERT INTO policy.vote VALUES ('ADD-910001', 'hugo', 'APPROVED', '', now())", NO_ENTRY);
        }

        @Test
        void refusesOneOnAnAddendumWithoutItsLogIn() {
            String vote = entry(
                            "addendum/ADD-910002",
                            "policy.addendum-approved",
                            "hugo",
                            "now()",
                            "'addendum', 'ADD-910002', 'comment', 'Agreed.'")
                    + "INSERT INTO policy.vote VALUES ('ADD-910002', 'hugo', 'APPROVED', 'Agreed.', now());";
            DATABASE.refuses(vote, NO_LOG_IN);
            DATABASE.refuses(logIn("hugo", "addendum ADD-910002", "'false', 'Agreed.'") + vote, NO_LOG_IN);
            write(logIn("hugo", "addendum ADD-910002", "'true', 'Agreed.'") + vote);
        }

        @Test
        void refusesOneOnAnEditionWithoutItsEntryAndItsLogIn() {
            String vote =
                    "INSERT INTO policy.edition_vote (draft, round, seat, person, vote, words, at) VALUES ('POL-910001', 1, 1, 'hugo', 'APPROVED', '', now());";
            String told = entry(
                    "policy/POL-910001",
                    "policy.edition-approved",
                    "hugo",
                    "now()",
                    "'draft', 'POL-910001', 'round', 1, 'comment', ''");
            DATABASE.refuses(vote, NO_ENTRY);
            DATABASE.refuses(told + vote, NO_LOG_IN);
            write(logIn("hugo", "proposal 1 of POL-910001", "'base-9001', 'true', ''") + told + vote);
        }

        @Test
        void refusesTheWithdrawalOfAnEditionThatNothingTellsOf() {
            DATABASE.refuses(
                    "INSERT INTO policy.edition_withdrawal (draft, round, seat, person, reason, at) VALUES ('POL-910001', 1, 1, 'hugo', 'No.', now())",
                    NO_ENTRY);
        }
    }

    @Nested
    class OfKeys {

        private static final String KEY = """
                INSERT INTO gate.second_key (change_id, revision, revision_hash, turned_by, duty, turned_at, holds_until)
                VALUES ('CHG-910008', 1, sha256('one'), 'ben', 'REVIEWER', now(), now() + interval '%s');
                """;

        @Test
        void refusesOneThatNothingTellsOfOrThatHoldsLonger() {
            String told = entry("change/CHG-910008", "gate.key-turned", "ben", "now()", """
                            'change', 'CHG-910008', 'revision', 1, 'hash', encode(sha256('one'), 'hex'), 'until', now() + interval '5 minutes'""");
            DATABASE.refuses(KEY.formatted("5 minutes"), NO_ENTRY);
            DATABASE.refuses(told + KEY.formatted("20 hours"), "to hold as long as its entry says");
            write(told + KEY.formatted("5 minutes"));
        }
    }

    @Nested
    class OfTheRecord {

        @Test
        void letsTimeOnlyGoForward() {
            write(entry("change/CHG-910009", "changes.told", "ada", "now()", "'n', 1"));
            DATABASE.refuses(
                    entry("change/CHG-910009", "changes.told", "ada", "now() - interval '1 minute'", "'n', 2"),
                    "time only goes forward");
        }

        @ParameterizedTest
        @ValueSource(strings = {"now() - interval '1 day'", "now() + interval '6 minutes'"})
        void refusesAnEntryOfAnotherTimeThanTheDatabases(String at) {
            DATABASE.refuses(entry("change/CHG-919999", "changes.told", "ada", at, "'n', 1"), "the clocks differ");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "UPDATE journal.clock SET may_differ = NULL",
                    "INSERT INTO journal.deed (kind, id, legacy) VALUES ('reviews.verdict', '1', true)",
                    "SELECT journal.prove_former('reviews.verdict', '1', '', '{}', '', now(), '{}', NULL)",
                    "SELECT journal.prove('reviews.verdict', '1', '', '{}', '', now(), '{}', NULL)",
                    "SELECT reviews.prove_verdict(v, true) FROM reviews.verdict v",
                    "ALTER TABLE reviews.verdict DISABLE TRIGGER proven"
                })
        void letsTheApplicationsAccountProveNothing(String statement) {
            DATABASE.refuses(statement, statement.startsWith("ALTER") ? "must be owner" : "permission denied");
        }
    }

    private static String entry(String stream, String kind, String actor, String at, String facts) {
        return """
                INSERT INTO journal.entry (stream, seq, at, kind, actor, summary, canonical, previous_hash, hash)
                SELECT '%1$s', 1 + (SELECT count(*) FROM journal.entry WHERE stream = '%1$s'), %4$s, '%2$s', '%3$s', 'did it',
                    jsonb_build_object('stream', '%1$s', 'kind', '%2$s', 'actor', '%3$s', 'data', jsonb_build_object(%5$s))::text,
                    sha256('before'), sha256('this');
                """.formatted(stream, kind, actor, at, facts);
    }

    private static String logIn(String person, String matter, String said) {
        return """
                WITH shown AS (SELECT gen_random_uuid() AS id, '%2$s' AS matter), kept AS (
                    INSERT INTO identity.step_up (id, person, account, matter, auth_time, acr, at)
                    SELECT id, '%1$s', id::text, matter, now(), '1', now() FROM shown)
                INSERT INTO identity.step_up_use (step_up, person, matter, decided, at)
                SELECT id, '%1$s', matter, identity.deed_hash(ARRAY[matter, %3$s]), now() FROM shown;
                """.formatted(person, matter, said);
    }

    private static void write(String statements) {
        DATABASE.app().sql(statements).update();
    }

    private static long count(String query) {
        return DATABASE.app().sql(query).query(Long.class).single();
    }
}
