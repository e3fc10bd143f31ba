package dev.countersign.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.Cast;
import dev.countersign.Personas;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.ChangePlan;
import dev.countersign.local.OnRealStack;
import dev.countersign.reviews.Answer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

@OnRealStack
class ReplayIT {

    @Autowired
    private BeanFactory beans;

    @Autowired
    private PolicyDrafts drafts;

    @Autowired
    private Policies policies;

    @Autowired
    private Replays replays;

    private Cast cast;

    @BeforeEach
    void meet() {
        cast = Cast.in(beans);
    }

    @Test
    void saysWhichChangesWouldHaveNeededMoreAndWhoseLoadThatIs() {
        ChangeId reviewed = cast.inReview(Personas.ADA, cast.document());
        cast.decides(Personas.CHLOE, reviewed, ChangePlan.REVIEW, Answer.APPROVE);
        ChangeId data = cast.inReview(Personas.ADA, cast.document().with("kind", "data"));
        Replay replay = replays.of(draft(new TypedRule(
                "code-signed",
                "Code is signed off by the director.",
                Map.of(Fact.KIND, "code"),
                Map.of(Demand.DIRECTOR_SIGN_OFF, "true"))));
        assertThat(line(replay, reviewed)).hasValueSatisfying(line -> {
            assertThat(line.more()).containsExactly("the director's sign-off");
            assertThat(line.less()).isEmpty();
        });
        assertThat(line(replay, data)).isEmpty();
        assertThat(replay.more()).isPositive();
        assertThat(replay.fewer()).isZero();
        assertThat(replay.loads())
                .filteredOn(load -> load.person().equals(Personas.ELENA.id()))
                .singleElement()
                .satisfies(load -> assertThat(load.difference()).isPositive());
        assertThat(replay.loads())
                .filteredOn(load -> load.person().equals(Personas.CHLOE.id()))
                .singleElement()
                .satisfies(load -> assertThat(load.difference()).isZero());
    }

    @Test
    void findsNothingDifferentInTheTableThatIsInForce() {
        ChangeId id = cast.inReview(Personas.ADA, cast.document());
        assertThat(line(replays.of(draft()), id)).isEmpty();
    }

    @Test
    void leadsFromPageToPageWithoutRepeatingOne() {
        cast.inReview(Personas.ADA, cast.document());
        cast.inReview(Personas.ADA, cast.document());
        Replay replay = replays.of(
                draft(new TypedRule("bake", "Everything bakes long.", Map.of(), Map.of(Demand.BAKE_MINUTES, "10000"))));
        List<Replay.Line> first = replay.page(Optional.empty(), 1);
        List<Replay.Line> second = replay.page(Optional.of(first.getFirst().id()), 1);
        assertThat(second).hasSize(1).doesNotContainAnyElementsOf(first);
        assertThat(replay.otherwise()).isGreaterThanOrEqualTo(2);
    }

    private PolicyDraft draft(TypedRule... more) {
        PolicyDraft draft = drafts.begin(policies.inForce().id(), "To be tried", Personas.JONAS);
        TypedTable table = new TypedTable(Stream.concat(drafts.inForce().rules().stream(), Stream.of(more))
                .toList());
        drafts.save(draft.id(), 0, table, Personas.JONAS);
        return drafts.get(draft.id());
    }

    private static Optional<Replay.Line> line(Replay replay, ChangeId id) {
        return replay.lines().stream()
                .filter(line -> line.id().equals(id.value()))
                .findFirst();
    }
}
