package dev.countersign.matrix;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dev.countersign.identity.People;
import dev.countersign.local.OnRealStack;
import dev.countersign.matrix.Table.Row;
import java.util.Collection;
import java.util.List;
import java.util.Set;
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
    private static final int AGAIN = 3;
    private static final int REPLAYS = 1_000;

    @Autowired
    ApplicationContext application;

    private Scenes scenes;
    private Stage stage;
    private Deeds deeds;
    private Door door;
    private int replays;

    @BeforeAll
    void call(@Autowired MockMvc house) {
        application.getBean(People.class).remember(Caller.OLIVE.person().orElseThrow());
        scenes = new Scenes(application);
        stage = new Stage(scenes);
        deeds = new Deeds(application.getBean(JdbcClient.class));
        door = new Door(house, new Tokens());
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

    /** Whatever is asked about something in one state is asked about it in all. */
    @Test
    void asksEveryRouteInEveryState() {
        var answers = new SoftAssertions();
        TABLE.rows().stream().collect(groupingBy(Row::route)).forEach((route, rows) -> {
            Set<Enum<?>> asked = rows.stream()
                    .flatMap(row -> States.of(row.scene()).stream())
                    .collect(toSet());
            answers.assertThat(asked)
                    .as("states in which %s is asked; one that is missing needs an answer", route)
                    .containsAll(States.all(asked));
        });
        answers.assertAll();
    }

    static Stream<Row> rows() {
        return TABLE.inOrder().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void answersOnlyAsTheTableSays(Row row) {
        var answers = new SoftAssertions();
        if (row.writes()) {
            refusesOthers(row, answers);
            callers(row, true).forEach(caller -> grants(row, caller, answers));
        } else {
            shows(row, answers);
        }
        answers.assertAll();
    }

    private void shows(Row row, SoftAssertions answers) {
        Scene scene = stage.of(row);
        String before = done(row.answers().keySet());
        row.answers()
                .forEach((caller, expected) -> answers.assertThat(door.ask(row, scene, caller))
                        .as(caller.name())
                        .isEqualTo(expected));
        answers.assertThat(done(row.answers().keySet()))
                .as("done by those who only looked")
                .isEqualTo(before);
    }

    /** Whoever may not do it hears so whatever they typed, and nothing is done. */
    private void refusesOthers(Row row, SoftAssertions answers) {
        Scene scene = stage.of(row);
        String before = scene.standing().get();
        callers(row, false).forEach(caller -> refuses(row, scene, caller, answers));
        answers.assertThat(scene.standing().get()).as("after all who may not").isEqualTo(before);
    }

    private void refuses(Row row, Scene scene, Caller caller, SoftAssertions answers) {
        Answer expected = row.answers().get(caller);
        answers.assertThat(door.ask(row, scene, caller)).as(caller.name()).isEqualTo(expected);
        if (expected.isForbidden() && Door.takesForm(row)) {
            answers.assertThat(door.askWithEmptyForm(row, scene, caller))
                    .as("%s with an empty form", caller)
                    .isEqualTo(expected);
        }
    }

    private void grants(Row row, Caller caller, SoftAssertions answers) {
        Scene scene = stage.of(row);
        String untouched = scene.standing().get();
        String before = done(List.of(caller));
        refusesForgery(row, scene, caller, untouched, answers);
        answers.assertThat(door.ask(row, scene, caller))
                .as(caller.name())
                .isEqualTo(row.answers().get(caller));
        String after = done(List.of(caller));
        boolean idle = before.equals(after) && untouched.equals(scene.standing().get());
        doesNothingAgain(row, scene, caller, after, answers);
        stage.played(row, idle);
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

    /** The same form once more, as from a second press, a way back in the browser or a network that tries again. */
    private void doesNothingAgain(Row row, Scene scene, Caller caller, String before, SoftAssertions answers) {
        if (Door.takesForm(row)) {
            for (int time = 0; time < AGAIN; time++) {
                door.ask(row, scene, caller);
                replays++;
            }
            answers.assertThat(done(List.of(caller)))
                    .as("done by %s, who sent it again", caller)
                    .isEqualTo(before);
        }
    }

    private String done(Collection<Caller> callers) {
        return deeds.of(
                callers.stream().flatMap(caller -> caller.person().stream()).toList());
    }

    private void refusesForgery(Row row, Scene scene, Caller caller, String before, SoftAssertions answers) {
        if (Door.takesForm(row)) {
            answers.assertThat(door.askByForgery(row, scene, caller))
                    .as("%s without a CSRF token", caller)
                    .isEqualTo(NOT_ALLOWED);
            answers.assertThat(scene.standing().get()).as("after a forgery").isEqualTo(before);
        }
    }
}
