package dev.countersign.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.countersign.refusals.Refusal;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalSettingsTests {

    @Test
    void knowsWhatToDoWhenNothingIsSaid() {
        var settings = LocalSettings.of();
        assertThat(settings.data()).isEqualTo(Path.of(".local", "data").toAbsolutePath());
        assertThat(settings.ports()).isEqualTo(new Ports(8080, 8180, 26500, 26501, 26502, 9600, 5433));
        assertThat(settings.reset()).isFalse();
        assertThat(settings.java()).isNull();
    }

    @Test
    void takesEachPortAlone() {
        var settings = LocalSettings.of("--countersign.local.ports.broker-actuator=0");
        assertThat(settings.ports()).isEqualTo(new Ports(8080, 8180, 26500, 26501, 26502, 0, 5433));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--reset", "--countersign.local.reset=true"})
    void resetsOnlyWhenAsked(String argument) {
        assertThat(LocalSettings.of(argument).reset()).isTrue();
    }

    @Test
    void leavesPropertiesOfTheAppToTheApp() {
        assertThat(LocalSettings.of("--logging.level.root=debug")).isEqualTo(LocalSettings.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--rest", "reset", "-reset", "--reset now"})
    void refusesAnArgumentItDoesNotKnow(String argument) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> LocalSettings.of(argument))
                .withMessage("Expected to read argument '" + argument + "', but there is none of that name.");
    }

    @Test
    void refusesAValueItCannotRead() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> LocalSettings.of("--countersign.local.ports.app=eighty"))
                .withMessageContaining("countersign.local");
    }
}
