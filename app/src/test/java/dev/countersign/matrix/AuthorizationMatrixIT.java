package dev.countersign.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dev.countersign.gate.Pipeline;
import dev.countersign.identity.People;
import dev.countersign.journeys.KeycloakAdmin;
import dev.countersign.local.OnRealStack;
import dev.countersign.local.RealStack;
import dev.countersign.matrix.Caller.Tokens;
import dev.countersign.matrix.Table.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/** Asks every route about every scene as everybody, and holds the answers against the table. */
@OnRealStack
@TestPropertySource(properties = "countersign.engine.reconcile-every=5s")
@TestInstance(Lifecycle.PER_CLASS)
class AuthorizationMatrixIT {

    private static final Table TABLE = Table.read();
    private static final Answer NOT_ALLOWED = new Answer(403, "identity.not-allowed");
    private static final int AGAIN = 7;
    private static final int REPLAYS = 1_000;

    @Autowired
    ApplicationContext application;

    private final Map<String, Scene> looked = new HashMap<>();
    private Scenes scenes;
    private Deeds deeds;
    private Door door;
    private int replays;

    @BeforeAll
    void call(@Autowired MockMvc house) {
        application.getBean(People.class).remember(Caller.OLIVE.person().orElseThrow());
        scenes = new Scenes(application);
        deeds = new Deeds(application.getBean(JdbcClient.class));
        try (var pipeline = new Pipeline("", RealStack.shared())) {
            door = new Door(house, new Tokens(pipeline.token(), new KeycloakAdmin().tokenWithoutRole()));
        }
    }

    @AfterAll
    void end() {
        scenes.end();
        assertThat(replays)
                .as("posts that were sent again after they were accepted")
                .isGreaterThan(REPLAYS);
    }

    @Test
    void namesEveryRoute() {
        assertThat(Route.of(application))
                .as("routes; one without a row needs the answer to: who may call it?")
                .containsExactlyInAnyOrderElementsOf(
                        TABLE.rows().stream().map(Row::route).distinct().toList());
    }

    static Stream<Row> reading() {
        return TABLE.rows().stream().filter(row -> !row.writes());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reading")
    void showsOnlyWhatTheTableAllows(Row row) {
        Scene scene = looked.computeIfAbsent(row.scene(), scenes::set);
        var answers = new SoftAssertions();
        row.answers().forEach((caller, expected) -> {
            String before = done(caller);
            answers.assertThat(door.ask(row, scene, caller)).as(caller.name()).isEqualTo(expected);
            answers.assertThat(done(caller))
                    .as("done by %s, who only looked", caller)
                    .isEqualTo(before);
        });
        answers.assertAll();
    }

    static Stream<Row> writing() {
        return TABLE.rows().stream().filter(Row::writes);
    }

    /** First those who may not, about one scene that stays as it is; then each who may, about one of their own. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("writing")
    void doesOnlyWhatTheTableAllows(Row row) {
        var answers = new SoftAssertions();
        Scene scene = scenes.set(row.scene());
        callers(row, false).forEach(caller -> refuses(row, scene, caller, answers));
        List<Caller> may = callers(row, true);
        for (Caller caller : may) {
            Scene own = caller == may.getFirst() ? scene : scenes.set(row.scene());
            refusesForgery(row, own, caller, answers);
            answers.assertThat(door.ask(row, own, caller))
                    .as(caller.name())
                    .isEqualTo(row.answers().get(caller));
            doesNothingAgain(row, own, caller, answers);
        }
        answers.assertAll();
    }

    @Test
    void letsOnlyThisMachineTouchTheClock() {
        var body = post("/local/clock").contentType(MediaType.APPLICATION_JSON).content("{\"add\": \"PT1S\"}");
        for (var request : List.of(get("/local/clock"), body)) {
            assertThat(door.answer(request.with(from -> {
                        from.setRemoteAddr("192.0.2.7");
                        return from;
                    })))
                    .isEqualTo(NOT_ALLOWED);
        }
    }

    private static List<Caller> callers(Row row, boolean may) {
        return row.answers().keySet().stream()
                .filter(caller -> row.answers().get(caller).isYes() == may)
                .toList();
    }

    /** Whoever may not do it hears so whatever they typed, and nothing is done. */
    private void refuses(Row row, Scene scene, Caller caller, SoftAssertions answers) {
        Answer expected = row.answers().get(caller);
        String before = scene.standing().get();
        answers.assertThat(door.ask(row, scene, caller)).as(caller.name()).isEqualTo(expected);
        if (expected.isForbidden() && Door.takesForm(row)) {
            answers.assertThat(door.askWithEmptyForm(row, scene, caller))
                    .as("%s with an empty form", caller)
                    .isEqualTo(expected);
        }
        answers.assertThat(scene.standing().get()).as("after %s", caller).isEqualTo(before);
    }

    /** The same form once more, as from a second press, a way back in the browser or a network that tries again. */
    private void doesNothingAgain(Row row, Scene scene, Caller caller, SoftAssertions answers) {
        if (Door.takesForm(row)) {
            String before = done(caller);
            for (int time = 0; time < AGAIN; time++) {
                door.ask(row, scene, caller);
                replays++;
            }
            answers.assertThat(done(caller))
                    .as("done by %s, who sent it again", caller)
                    .isEqualTo(before);
        }
    }

    private String done(Caller caller) {
        return caller.person().map(deeds::of).orElse("");
    }

    private void refusesForgery(Row row, Scene scene, Caller caller, SoftAssertions answers) {
        if (Door.takesForm(row)) {
            String before = scene.standing().get();
            answers.assertThat(door.askByForgery(row, scene, caller))
                    .as("%s without a CSRF token", caller)
                    .isEqualTo(NOT_ALLOWED);
            answers.assertThat(scene.standing().get()).as("after a forgery").isEqualTo(before);
        }
    }
}
