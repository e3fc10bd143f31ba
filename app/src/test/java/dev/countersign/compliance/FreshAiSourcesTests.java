package dev.countersign.compliance;

import static dev.countersign.compliance.CheckValue.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FreshAiSourcesTests {

    private final Check check = new FreshAiSources();

    @Nested
    class WithoutAi {

        @Test
        void doesNotApply() {
            assertThat(examine(Submissions.good()).value()).isEqualTo(NOT_APPLICABLE);
        }
    }

    @Nested
    class WithAi {

        @ParameterizedTest
        @ValueSource(strings = {"assisted", "generated"})
        void asksForToolAndSources(String involvement) {
            assertThat(examine(Submissions.good().with("aiInvolvement", involvement))
                            .evidence())
                    .extracting(Evidence::field)
                    .containsExactly("aiTool", "aiSources");
        }

        @Test
        void asksForNameAndDayOfEachSource() {
            Submissions nameless = generated(List.of(Map.of("name", "Run book", "updatedOn", "2026-11-01"), Map.of()));
            assertThat(examine(nameless).evidence())
                    .extracting(Evidence::field)
                    .containsExactly("aiSources[1].name", "aiSources[1].updatedOn");
        }
    }

    @Nested
    class WhenASourceAges {

        @Test
        void acceptsThe180thDay() {
            assertThat(aged(180)).isEqualTo(SATISFIED);
        }

        @Test
        void refusesThe181stDay() {
            assertThat(aged(181)).isEqualTo(UNSATISFIED);
        }

        @Test
        void refusesADayStillToCome() {
            assertThat(aged(-1)).isEqualTo(UNSATISFIED);
        }

        @Test
        void turnsRedAtMidnightUtc() {
            Submissions edge = source(180);
            assertThat(examine(edge.at(Instant.parse("2026-11-23T23:59:59.999Z")))
                            .value())
                    .isEqualTo(SATISFIED);
            assertThat(examine(edge.at(Instant.parse("2026-11-24T00:00:00Z"))).value())
                    .isEqualTo(UNSATISFIED);
        }

        private CheckValue aged(int days) {
            return examine(source(days)).value();
        }

        private static Submissions source(int days) {
            String day = Submissions.TODAY.minusDays(days).toString();
            return generated(List.of(Map.of("name", "Run book", "updatedOn", day)));
        }
    }

    private static Submissions generated(List<Map<String, String>> sources) {
        return Submissions.good()
                .with("aiInvolvement", "generated")
                .with("aiTool", "Assistant 4")
                .with("aiSources", sources);
    }

    private Finding examine(Submissions submissions) {
        return check.examine(submissions.submission());
    }
}
