package dev.countersign.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.countersign.refusals.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdkTests {

    @TempDir
    Path temp;

    @Test
    void takesTheRunningOneWhenItIsNewEnough() throws IOException {
        assertThat(Jdk.best(jdk("21.0.2"), List.of(jdk("25"))))
                .map(Jdk::feature)
                .contains(21);
    }

    @Test
    void takesTheNewestOtherWhenTheRunningOneIsTooOld() throws IOException {
        assertThat(Jdk.best(jdk("17.0.15"), List.of(jdk("22"), jdk("25.0.1"), jdk("1.8.0_412"))))
                .map(Jdk::feature)
                .contains(25);
    }

    @Test
    void findsNoneWhereAllAreTooOldOrNone() throws IOException {
        assertThat(Jdk.best(jdk("17"), List.of(jdk("20"), temp.resolve("nothing"), jdk("early-access"))))
                .isEmpty();
    }

    @Test
    void takesNoFolderWithoutAJava() throws IOException {
        var home = jdk("25");
        Files.delete(home.resolve("bin/java"));
        assertThat(Jdk.at(home)).isEmpty();
    }

    @Test
    void refusesAnAskedForFolderThatIsNoJdk() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Jdk.chosen(temp))
                .withMessageContaining("'" + temp + "' is none");
    }

    private Path jdk(String version) throws IOException {
        var home = Files.createTempDirectory(temp, "jdk");
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Test\"\nJAVA_VERSION=\"" + version + "\"\n");
        Files.createDirectory(home.resolve("bin"));
        assertThat(Files.createFile(home.resolve("bin/java")).toFile().setExecutable(true))
                .isTrue();
        return home;
    }
}
