package dev.countersign.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnedProcessTests {

    private final OwnedProcess self = OwnedProcess.of(ProcessHandle.current());

    @Test
    void findsItsProcessByTheRecord() {
        assertThat(OwnedProcess.parse(self.line() + "\n").flatMap(OwnedProcess::alive))
                .contains(ProcessHandle.current());
    }

    @Test
    void leavesAnotherProcessWithTheSameNumberAlone() {
        var earlier = new OwnedProcess(self.pid(), self.started().minus(Duration.ofMinutes(1)));
        assertThat(earlier.alive()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4711", "pid 12", "1 2 3", "99999999999999999999 1"})
    void readsABrokenRecordAsNoProcess(String record) {
        assertThat(OwnedProcess.parse(record)).isEmpty();
    }
}
