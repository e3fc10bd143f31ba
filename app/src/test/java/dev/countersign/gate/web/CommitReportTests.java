package dev.countersign.gate.web;

import static dev.countersign.Refuses.refuses;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a pipeline says of a commit, before it counts. */
class CommitReportTests {

    private static final String SHA = "0123456789abcdef0123456789abcdef01234567";

    @ParameterizedTest
    @ValueSource(strings = {"services/basket.yaml", "..services/x", "a/.b/c", "a b"})
    void takesAFileByItsPathFromTheRoot(String file) {
        assertThat(changing(file).commit().files()).containsExactly(file);
    }

    /** A path that leads elsewhere than it looks would say that another system is reached. */
    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "/services/x",
                "services//x",
                "services/x/",
                "services/../x",
                "..",
                "./services/x",
                "a\0b"
            })
    void refusesWhatLeadsElsewhere(@Nullable String file) {
        refuses("gate.invalid-files", () -> changing(file).commit());
    }

    @Test
    void takesFiveThousandFilesAtMost() {
        assertThat(changing(several(5_000)).commit().files()).hasSize(5_000);
        refuses("gate.invalid-files", () -> changing(several(5_001)).commit());
    }

    @Test
    void wantsSomebodyAndAHundredPeopleAtMost() {
        assertThat(by(several(100)).commit().hands()).hasSize(100);
        refuses("gate.invalid-people", () -> by(List.of()).commit());
        refuses("gate.invalid-people", () -> by(several(101)).commit());
        refuses("gate.invalid-people", () -> by(List.of(" ")).commit());
    }

    private static List<@Nullable String> several(int most) {
        return IntStream.range(0, most)
                .<@Nullable String>mapToObj(number -> "a" + number)
                .toList();
    }

    private static CommitReport changing(@Nullable String file) {
        return changing(Arrays.asList(file));
    }

    private static CommitReport changing(List<@Nullable String> files) {
        return new CommitReport("storefront/basket-api", SHA, List.of("ada"), null, null, files);
    }

    private static CommitReport by(List<@Nullable String> authors) {
        return new CommitReport("storefront/basket-api", SHA, authors, null, null, null);
    }
}
