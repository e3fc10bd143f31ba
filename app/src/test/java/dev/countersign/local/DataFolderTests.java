package dev.countersign.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.countersign.refusals.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTests {

    @TempDir
    Path temp;

    @Test
    void letsOneInAtATime() {
        try (var folder = DataFolder.open(temp)) {
            assertThat(folder.root()).isEqualTo(temp);
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> DataFolder.open(temp))
                    .withMessageContaining("another Countersign runs on it");
        }
        DataFolder.open(temp).close();
    }

    @Test
    void neverTouchesAFolderOfSomebodyElse() throws IOException {
        Files.writeString(temp.resolve("thesis.txt"), "two years of work");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> DataFolder.open(temp))
                .withMessageContaining("it holds other files");
    }

    @Test
    void refusesAFolderThatCannotBe() throws IOException {
        Path file = Files.writeString(temp.resolve("file"), "no folder");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> DataFolder.open(file.resolve("data")))
                .withMessageContaining("Expected to keep data in folder")
                .satisfies(refusal -> assertThat(refusal.wayOut()).contains("a folder that you may write into"));
    }

    @Test
    void losesEverythingOnReset() throws IOException {
        try (var folder = DataFolder.open(temp)) {
            Files.writeString(folder.folder("postgres/base").resolve("1"), "row");
            var before = Secrets.of(folder);
            folder.empty();
            assertThat(folder.file("postgres")).doesNotExist();
            assertThat(Secrets.of(folder)).isNotEqualTo(before);
        }
    }

    @Test
    void keepsItsSecrets() {
        try (var folder = DataFolder.open(temp)) {
            assertThat(Secrets.of(folder)).isEqualTo(Secrets.of(folder));
        }
    }
}
