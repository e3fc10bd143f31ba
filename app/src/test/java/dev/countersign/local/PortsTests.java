package dev.countersign.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.countersign.refusals.Refusal;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortsTests {

    @Test
    void givesEachPartAPortOfItsOwn() {
        var ports = Ports.anyFree().settled();
        assertThat(Set.of(
                        ports.app(),
                        ports.keycloak(),
                        ports.gateway(),
                        ports.brokerCommand(),
                        ports.brokerInternal(),
                        ports.brokerActuator(),
                        ports.postgres()))
                .hasSize(7)
                .allMatch(port -> port > 0);
    }

    @Test
    void refusesATakenPortAndNamesItsProperty() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var wanted = new Ports(0, taken.getLocalPort(), 0, 0, 0, 0, 0);
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(wanted::settled)
                    .withMessageContaining("'" + taken.getLocalPort() + "' (keycloak), but it is taken")
                    .satisfies(refusal -> assertThat(refusal.wayOut()).contains("countersign.local.ports.keycloak="));
        }
    }

    @Test
    void refusesAPortThatTwoPartsWant() {
        var free = Ports.anyFree().settled().app();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> new Ports(free, 0, free, 0, 0, 0, 0).settled())
                .withMessageContaining("(gateway)");
    }

    @Test
    void refusesAPortThatCannotBe() {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> new Ports(70_000, 0, 0, 0, 0, 0, 0).settled());
    }
}
