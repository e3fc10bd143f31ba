package dev.countersign.matrix;

import dev.countersign.matrix.Table.Row;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is set up now: one scene at a time, kept as long as nobody has changed anything about it. */
final class Stage {

    private final Scenes scenes;
    private String name = "";
    private @Nullable Scene scene;

    Stage(Scenes scenes) {
        this.scenes = scenes;
    }

    /** The scene that stands already, or a fresh one. */
    Scene of(Row row) {
        if (scene == null || !name.equals(row.scene())) {
            name = row.scene();
            scene = scenes.set(name);
        }
        return scenes.ready(row, Objects.requireNonNull(scene));
    }

    /**
     * After somebody did what the row is about.
     *
     * @param idle whether it did nothing
     */
    void played(Row row, boolean idle) {
        Scene before = Objects.requireNonNull(scene);
        scene = idle || scenes.restore(row, before) ? before.again() : null;
    }
}
