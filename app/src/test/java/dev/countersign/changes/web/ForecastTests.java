package dev.countersign.changes.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.changes.ChangeDocument;
import dev.countersign.changes.DocumentField;
import dev.countersign.changes.Outlook;
import dev.countersign.forms.Answer;
import dev.countersign.forms.Answers;
import dev.countersign.identity.PersonId;
import dev.countersign.policy.BlockingChecks;
import dev.countersign.policy.Explanation;
import dev.countersign.policy.Requirements;
import dev.countersign.registry.Environment;
import dev.countersign.registry.ProductionSystem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a change will need is said in one line, of however little of it is typed. */
class ForecastTests {

    @Test
    void namesThoseWhoWillHaveToDecide() {
        assertThat(forecast(needing(2, true, true, true, 60, 8)).needs())
                .isEqualTo("2 reviews, the sign-off of Elena, the approval of Grace, a second key, 60 min of bake time"
                        + " and a window of 8 h at most");
        assertThat(forecast(needing(1, false, false, false, 0, 0)).needs()).isEqualTo("1 review");
        assertThat(forecast(needing(0, false, false, false, 0, 0)).needs()).isEqualTo("nobody’s approval");
    }

    @Test
    void readsWhatIsTypedSoFarAndNamesWhatCountsAsTheLeast() {
        var typed = new Answers(
                Map.of("systems", new Answer.Chosen(List.of("cart-api")), "blastRadius", new Answer.Text("global")));

        ChangeDocument soFar = ChangeRequest.soFar(typed);

        assertThat(soFar.blastRadius()).isEqualTo(ChangeDocument.BlastRadius.GLOBAL);
        assertThat(soFar.kind()).isEqualTo(ChangeDocument.Kind.CODE);
        assertThat(soFar.windowStart()).isNull();
        assertThat(ChangeRequest.open(typed))
                .containsExactly(DocumentField.KIND, DocumentField.ENVIRONMENT, DocumentField.AI_INVOLVEMENT);
    }

    @Test
    void readsAnEmptyFormToo() {
        assertThat(ChangeRequest.soFar(Answers.NONE).systems()).isEmpty();
    }

    private static Forecast forecast(Requirements requirements) {
        var system = new ProductionSystem(
                "cart-api",
                "Cart API",
                "",
                1,
                "checkout",
                new PersonId("jonas"),
                false,
                Set.of(Environment.PRODUCTION));
        var outlook = new Outlook(requirements, new Explanation(List.of(), List.of()), system, List.of(), List.of());
        return Forecast.of(outlook, "Elena", "Grace", List.of(), List.of(), List.of());
    }

    private static Requirements needing(int reviews, boolean director, boolean vp, boolean key, int bake, int window) {
        return new Requirements(reviews, director, vp, key, BlockingChecks.all(), bake, 0, window, List.of());
    }
}
