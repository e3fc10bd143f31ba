package dev.countersign.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnedProcessTests {

    private final OwnedProcess self = OwnedProcess.of(ProcessHandle.current());

    @Test
    void findsItsProcessByTheRecord() {
        assertThat(OwnedProcess.parse(self.line() + "\n", Instant.EPOCH).flatMap(OwnedProcess::alive))
                .contains(ProcessHandle.current());
    }

    @Test
    void findsAProcessThatPutItselfOnRecord() {
        String record = self.pid() + " " + OwnedProcess.ITSELF;
        assertThat(OwnedProcess.parse(record, self.started().plusSeconds(5)).flatMap(OwnedProcess::alive))
                .contains(ProcessHandle.current());
        assertThat(OwnedProcess.parse(record, self.started().plusSeconds(60)).flatMap(OwnedProcess::alive))
                .isEmpty();
    }

    @Test
    void leavesAnotherProcessWithTheSameNumberAlone() {
        var earlier = new OwnedProcess(self.pid(), self.started().minus(Duration.ofMinutes(1)), self.blur());
        assertThat(earlier.alive()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4711", "pid 12", "1 2 3", "1 me", "99999999999999999999 1"})
    void readsABrokenRecordAsNoProcess(String record) {
        assertThat(OwnedProcess.parse(record, Instant.EPOCH)).isEmpty();
    }
}
