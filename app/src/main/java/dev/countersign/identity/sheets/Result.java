package dev.countersign.identity.sheets;

import dev.countersign.forms.Problem;
import dev.countersign.spelling.Excerpt;
import java.util.List;

/** What came of a form that was read without a problem. */
public sealed interface Result {

    /** It is carried out; they go on to that page and are told so there. */
    record Done(String page, String said) implements Result {

        private static final int MOST = 120;

        /** As it is noted, so that a second press leads there as well. */
        String noted() {
            return page + "\n" + Excerpt.of(said, MOST);
        }

        /** An earlier release noted no page. */
        static Done of(String noted) {
            String[] both = noted.split("\n", 2);
            return both.length == 2 ? new Done(both[0], both[1]) : new Done("/", "It was carried out before.");
        }
    }

    /** It was written against something that is no more; they compare, and send it again. */
    record Overtaken(String warning) implements Result {}

    /** What only the caller could see is wrong with some answers. */
    record Flawed(List<Problem> problems) implements Result {}
}
