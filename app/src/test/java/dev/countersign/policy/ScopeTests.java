package dev.countersign.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.refusals.Refusal;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which changes an addendum covers. */
class ScopeTests {

    private static final Touched CART = new Touched("cart-api", "checkout", 1);
    private static final Touched CONSOLE = new Touched("yard-console", "fulfilment", 3);

    @Test
    void coversAChangeThatTouchesOneSystemOfItsTier() {
        assertThat(new Scope.Tier(1).covers(List.of(CONSOLE, CART))).isTrue();
        assertThat(new Scope.Tier(2).covers(List.of(CONSOLE))).isFalse();
        assertThat(new Scope.Tier(3).covers(List.of(CONSOLE))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void coversTheMoreCriticalTiersAsWell(int widest) {
        assertThat(new Scope.Tier(widest).covers(List.of(CART))).isTrue();
        for (int tier = 1; tier <= Scope.WIDEST_TIER; tier++) {
            assertThat(new Scope.Tier(widest).covers(List.of(new Touched("some", "checkout", tier))))
                    .as("tier %d", tier)
                    .isEqualTo(tier <= widest);
        }
    }

    @Test
    void coversAChangeThatTouchesOneSystemOfItsDepartments() {
        Scope scope = new Scope.Departments(List.of("payments", "fulfilment"));
        assertThat(scope.covers(List.of(CART, CONSOLE))).isTrue();
        assertThat(scope.covers(List.of(CART))).isFalse();
    }

    @Test
    void coversAChangeThatTouchesOneOfItsSystems() {
        Scope scope = new Scope.Systems(List.of("cart-api"));
        assertThat(scope.covers(List.of(CONSOLE, CART))).isTrue();
        assertThat(scope.covers(List.of(CONSOLE))).isFalse();
    }

    @Test
    void coversNothingWhereNothingIsTouched() {
        assertThat(new Scope.Tier(4).covers(List.of())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, -1})
    void refusesATierThatThereIsNot(int tier) {
        refuses(() -> new Scope.Tier(tier));
    }

    @Test
    void refusesToNameNobodyOrTheWholeHouse() {
        refuses(() -> new Scope.Departments(List.of()));
        refuses(() -> new Scope.Systems(
                IntStream.range(0, 501).mapToObj(number -> "system-" + number).toList()));
        assertThat(new Scope.Systems(Collections.nCopies(501, "cart-api")).keys())
                .hasSize(1);
        assertThat(new Scope.Systems(IntStream.range(0, 500)
                                .mapToObj(number -> "system-" + number)
                                .toList())
                        .keys())
                .hasSize(500);
    }

    private static void refuses(org.assertj.core.api.ThrowableAssert.ThrowingCallable attempt) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("policy.invalid-scope"));
    }
}
