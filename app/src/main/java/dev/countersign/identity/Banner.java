package dev.countersign.identity;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A line above every page, such as the day counter of an addendum; `path` leads to more, if there is more. */
public record Banner(
        Tone tone,
        String words,
        @Nullable String path,
        @Nullable String linkWords) {

    /** How it should feel to read it. */
    public enum Tone {
        PAUSE,
        WARN,
        BAD;

        public String cssName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A module that has something to say on every page is a bean of this type; asked once per page, so it has to be quick. */
    @FunctionalInterface
    public interface Source {
        List<Banner> banners();
    }
}
