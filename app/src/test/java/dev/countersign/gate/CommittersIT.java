package dev.countersign.gate;

import static dev.countersign.Personas.CHLOE;
import static dev.countersign.Personas.DMITRI;
import static dev.countersign.Personas.FARID;
import static dev.countersign.Refuses.refuses;
import static dev.countersign.Refuses.refusesBySql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import dev.countersign.Cast;
import dev.countersign.Personas;
import dev.countersign.changes.Authors;
import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.ChangePlan;
import dev.countersign.changes.Duties;
import dev.countersign.changes.Duty;
import dev.countersign.gate.Pipeline.Answered;
import dev.countersign.identity.People;
import dev.countersign.identity.Person;
import dev.countersign.identity.Profile;
import dev.countersign.identity.Role;
import dev.countersign.identity.SignIn;
import dev.countersign.journal.Entry;
import dev.countersign.journal.History;
import dev.countersign.local.OnRealStack;
import dev.countersign.local.RealStack;
import dev.countersign.reviews.Answer;
import dev.countersign.reviews.Reviews;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** A pipeline with a real token tells who is behind a commit, before and after people have decided on it. */
@OnRealStack
class CommittersIT {

    private static final String REPOSITORY = "storefront/cart-worker";
    private static final String SYSTEM = "cart-worker";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired
    private ApplicationContext beans;

    @Autowired
    private Road road;

    @Autowired
    private SecondKeys keys;

    @Autowired
    private Reviews reviews;

    @Autowired
    private Duties duties;

    @Autowired
    private Authors authors;

    @Autowired
    private People people;

    @Autowired
    private History history;

    @Autowired
    private Clock clock;

    @Autowired
    private MockMvc house;

    @LocalServerPort
    private int port;

    private final String sha = "c%039x".formatted(NUMBER.incrementAndGet());
    private Pipeline pipeline;
    private Cast cast;

    @BeforeEach
    void connect() {
        cast = Cast.in(beans);
        pipeline = new Pipeline("http://localhost:" + port, RealStack.shared());
        List.of(CHLOE, DMITRI).forEach(person -> people.remember(person, verified(person.email())));
    }

    @AfterEach
    void hangUp() {
        pipeline.close();
    }

    @Test
    void letsNobodyReviewWhatTheyCommittedOrPushed() {
        Answered told = tell("\"committers\": [\"Chloe@Countersign.Example\", \"stranger@elsewhere.example\"]");
        assertThat(told.status()).isEqualTo(200);
        assertThat(told.body().path("people").toString()).isEqualTo("[\"chloe\"]");
        assertThat(told.body().path("unknown").toString()).isEqualTo("[\"stranger@elsewhere.example\"]");
        ChangeId id = submitted();
        assertThat(duties.having(id, Duty.AUTHOR)).contains(CHLOE.id());
        assertThatThrownBy(() -> claim(id, CHLOE)).hasMessageContaining("but chloe committed " + sha.substring(0, 12));

        Answered added = tell("\"pusher\": \"dmitri\"");
        assertThat(added.body().path("people").toString()).isEqualTo("[\"chloe\",\"dmitri\"]");
        assertThat(added.body().path("changes").toString()).isEqualTo("[\"%s\"]".formatted(id));
        refuses("changes.duty-taken", () -> claim(id, DMITRI));
        tell("\"pusher\": \"dmitri\"");
        assertThat(history.story(id.stream())).extracting(Entry::kind).containsOnlyOnce("changes.commit-told");
    }

    /** A word that means nobody yet must not keep a true one from being heard. */
    @Test
    void hearsATrueWordAfterOneInAnotherSpelling() {
        beans.getBean(JdbcClient.class).sql("""
                INSERT INTO changes.commit_author (repository, sha, part, who, told_by, at)
                VALUES ('Storefront/Cart-Worker.git', :sha, 'CODE_AUTHOR', 'CHLOE', 'pipeline', now())
                """).param("sha", sha).update();
        ChangeId id = submitted();
        assertThat(authors.include(id, CHLOE.id())).isTrue();
        refuses("changes.duty-taken", () -> claim(id, CHLOE));
        assertThat(tell("\"authors\": [\"dmitri\"]").body().path("people").toString())
                .isEqualTo("[\"chloe\",\"dmitri\"]");
    }

    /** Who pushed what they had reviewed, or committed what another one wrote, is behind it no less than who wrote it. */
    @ParameterizedTest
    @ValueSource(strings = {"\"committers\": [\"ben\"]", "\"pusher\": \"ben\""})
    void countsNoApprovalByWhoHadAnyHandInIt(String word) {
        Change change = road.approved(SYSTEM, sha);
        RealStack.shared().moveClock(Duration.ofMinutes(10));
        tell(word);
        assertThat(duties.of(change.id(), Road.BEN.id())).contains(Duty.REVIEWER);
        assertThat(authors.include(change.id(), Road.BEN.id())).isTrue();
        assertThat(pipeline.ask(REPOSITORY, sha, SYSTEM, "production").codes())
                .contains("gate.reviews-missing", "gate.approved-by-author");
    }

    /** Nobody with two duties: they stay the reviewer, and the gate does not count what they said. */
    @Test
    void countsNoApprovalByWhoTurnsOutToHaveCommittedIt() throws Exception {
        Change change = road.approved(SYSTEM, sha);
        RealStack.shared().moveClock(Duration.ofMinutes(10));
        keys.turn(change.id(), Road.BEN);
        Answered before = pipeline.ask(REPOSITORY, sha, SYSTEM, "production");
        assertThat(before.text("decision")).isEqualTo("allow");
        assertThat(pageOf(change)).contains("Would allow now").doesNotContain("void:", "Would deny");
        assertThat(before.body().path("notes").path(0).path("code").asString())
                .isEqualTo("gate.commit-authors-unknown");

        tell("\"authors\": [\"ben\"]");
        assertThat(duties.of(change.id(), Road.BEN.id())).contains(Duty.REVIEWER);
        Answered after = pipeline.ask(REPOSITORY, sha, SYSTEM, "production");
        assertThat(after.codes())
                .containsExactly("gate.reviews-missing", "gate.approved-by-author", "gate.second-key-missing");
        assertThat(after.body().path("notes").isEmpty()).isTrue();
        beans.getBean(People.class).remember(Personas.BEN);
        assertThat(pageOf(change))
                .containsPattern("(?i)ben[a-z ]* wrote commit " + sha.substring(0, 12) + ": the gate does not count it")
                .contains("void: by an author", "Would deny", "gate.approved-by-author")
                .contains("Now: %1$s approved and %1$s wrote commit".formatted(Personas.BEN.name()))
                .doesNotContain("Would allow now");
        refuses("gate.key-not-permitted", () -> keys.turn(change.id(), Road.BEN));

        road.edited(
                change,
                "windowStart",
                clock.instant().plus(Duration.ofMinutes(5)).toString());
        cast.task(change.id(), ChangePlan.REVIEW);
        refuses("changes.duty-taken", () -> claim(change.id(), Road.BEN));
        cast.decides(CHLOE, change.id(), ChangePlan.REVIEW, Answer.APPROVE);
        assertThat(pipeline.ask(REPOSITORY, sha, SYSTEM, "production").codes())
                .doesNotContain("gate.reviews-missing", "gate.approved-by-author");
    }

    /** The other's key is as good as it was, and once there is none left somebody is asked for one. */
    @Test
    void keepsTheKeyOfOneWhenTheOtherTurnsOutToHaveCommittedIt() {
        ChangeId id = road.approved(SYSTEM, sha).id();
        RealStack.shared().moveClock(Duration.ofMinutes(10));
        keys.turn(id, CHLOE);
        keys.turn(id, DMITRI);

        tell("\"authors\": [\"dmitri\"]");
        assertThat(pipeline.ask(REPOSITORY, sha, SYSTEM, "production").text("decision"))
                .isEqualTo("allow");
        assertThat(keys.wantedFrom(FARID, 100)).extracting(Change::id).doesNotContain(id);

        tell("\"authors\": [\"chloe\"]");
        assertThat(pipeline.ask(REPOSITORY, sha, SYSTEM, "production").codes())
                .containsExactly("gate.second-key-missing");
        assertThat(keys.wantedFrom(FARID, 100)).extracting(Change::id).contains(id);
    }

    @Test
    void knowsAnAuthorByWhateverTheForgeCallsThem() {
        people.remember(
                DMITRI,
                new Profile(
                        Optional.empty(),
                        Optional.empty(),
                        List.of("dmitri-v@users.noreply.github.com", "dmitri@users.noreply.gitlab.com")));
        Answered merged = tell("\"authors\": [\"12345+Dmitri-V@users.noreply.github.com\"],"
                + " \"committers\": [\"GitHub <noreply@github.com>\"], \"pusher\": \"web-flow\"");
        assertThat(merged.body().path("people").toString()).isEqualTo("[\"dmitri\"]");
        assertThat(merged.body().path("unknown").isEmpty()).isTrue();
        assertThat(merged.body().path("hidden").isNull()).isTrue();
        Answered more =
                tell("\"authors\": [\"77-dmitri@users.noreply.gitlab.com\", \"Chloe <CHLOE@countersign.example>\"]");
        assertThat(more.body().path("people").toString()).isEqualTo("[\"chloe\",\"dmitri\"]");
        assertThat(more.body().path("unknown").isEmpty()).isTrue();
    }

    /** Page, note and answer say the same of somebody whom nobody knows. */
    @Test
    void takesSomebodyUnknownForUntold() throws Exception {
        Change change = road.approved(SYSTEM, sha);
        Answered told = tell("\"authors\": [\"ada\"], \"pusher\": \"Nobody <nobody@nowhere.invalid>\"");
        String words = "nobody here is known as nobody@nowhere.invalid, who is behind commit " + sha.substring(0, 12);
        assertThat(told.text("hidden")).isEqualTo(words);
        Answered answer = pipeline.ask(REPOSITORY, sha, SYSTEM, "production");
        assertThat(answer.body().path("notes").path(0).path("words").asString()).contains(words);
        assertThat(pageOf(change)).contains("N" + words.substring(1) + ".");
    }

    @Test
    void knowsACommitterFromTheirFirstLogInOn() {
        Person late = SignIn.person("late-" + sha.substring(30), Role.REVIEWER);
        tell("\"authors\": [\"%s\"]".formatted(late.email().toUpperCase(Locale.ROOT)));
        ChangeId id = submitted();
        people.remember(late, new Profile(Optional.empty(), Optional.empty()));
        assertThat(authors.include(id, late.id())).isFalse();
        people.remember(late, verified(late.email()));
        assertThat(authors.include(id, late.id())).isTrue();
        refuses("changes.duty-taken", () -> claim(id, late));
        refusesBySql(
                "INSERT INTO changes.duty (change_id, person_id, duty, since) VALUES ('%s', '%s', 'REVIEWER', now())"
                        .formatted(id, late.id()),
                "is behind a commit of");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"repository\": \"storefront/basket-api\", \"sha\": \"0123456\", \"pusher\": \"ada\"}",
                "{\"repository\": \"basket\", \"sha\": \"0123456789abcdef0123456789abcdef01234567\", \"pusher\": \"ada\"}",
                "{\"repository\": \"storefront/basket-api\", \"sha\": \"0123456789abcdef0123456789abcdef01234567\"}",
                "{\"repository\": \"storefront/basket-api\", \"sha\": \"0123456789abcdef0123456789abcdef01234567\", \"authors\": [null]}"
            })
    void refusesAWordThatNamesNoCommitOrNobody(String body) {
        assertThat(pipeline.post("/api/gate/commits", body).status()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE changes.commit_author SET who = 'ada'", "DELETE FROM changes.commit_author"})
    void takesNothingBack(String edit) {
        refusesBySql(edit, "permission denied");
    }

    /** Whoever reads it asks the gate nothing that is kept. */
    private String pageOf(Change change) throws Exception {
        long kept = answersKept();
        String page = tabOf(change, "") + tabOf(change, "?tab=conversation") + tabOf(change, "?tab=checks");
        assertThat(answersKept()).isEqualTo(kept);
        return page;
    }

    private String tabOf(Change change, String tab) throws Exception {
        return house.perform(get("/changes/" + change.id() + tab).with(SignIn.as(CHLOE)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private long answersKept() {
        return beans.getBean(JdbcClient.class)
                .sql("SELECT count(*) FROM gate.decision")
                .query(Long.class)
                .single();
    }

    private ChangeId submitted() {
        return road.inReview(SYSTEM, sha, false).id();
    }

    private void claim(ChangeId id, Person person) {
        reviews.claim(cast.task(id, ChangePlan.REVIEW).id(), person);
    }

    private Answered tell(String hands) {
        return pipeline.post(
                "/api/gate/commits", "{\"repository\": \"%s\", \"sha\": \"%s\", %s}".formatted(REPOSITORY, sha, hands));
    }

    private static Profile verified(String address) {
        return new Profile(Optional.of(address), Optional.empty());
    }
}
