package dev.countersign.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.countersign.refusals.Refusal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineChoiceTests {

    private static final Ports WANTED = new Ports(8080, 8180, 26500, 26501, 26502, 9600, 5433);

    @Test
    void takesTheBrokerWhenNothingIsSaid() {
        assertThat(EngineChoice.of(LocalSettings.of().engine())).isEqualTo(EngineChoice.Own.BROKER);
    }

    @Test
    void takesTheEngineInMemoryAndOnlyItsPorts() {
        EngineChoice choice = EngineChoice.of(" memory ");
        assertThat(choice).isEqualTo(EngineChoice.Own.MEMORY);
        assertThat(choice.listening(WANTED)).isEqualTo(new Ports(8080, 8180, 26500, 0, 0, 9600, 5433));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:26500", "https://camunda.example", "http://zeebe-gateway.ops:26500/"})
    void takesTheGatewayOfSomebodyElseAndLeavesItsPortsAlone(String address) {
        EngineChoice choice = EngineChoice.of(address);
        assertThat(choice).isEqualTo(new EngineChoice.At(URI.create(address)));
        assertThat(choice.listening(WANTED)).isEqualTo(new Ports(8080, 8180, 0, 0, 0, 0, 5433));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Broker",
                "zeebe",
                "127.0.0.1:26500",
                "grpc://camunda.example",
                "http://",
                "http://a b",
                "http://camunda.example:99999",
                "http://our_camunda:26500"
            })
    void refusesWhatIsNeither(String text) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> EngineChoice.of(text))
                .withMessageContaining("neither broker, nor memory, nor an address");
    }

    @Test
    void refusesToMoveTimeThatSomebodyElseHasToo(@TempDir Path folder) {
        var time = new MovableClock(new ClockOffset(folder.resolve("offset")));
        var clock = new LocalClock(time, null);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> clock.move(Duration.ofDays(1)))
                .withMessageContaining("Camunda is somebody else's here");
        assertThat(clock.offset()).isZero();
        assertThat(clock.now()).isBeforeOrEqualTo(Clock.systemUTC().instant());
    }
}
