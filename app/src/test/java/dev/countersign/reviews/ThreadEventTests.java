package dev.countersign.reviews;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.changes.ChangeId;
import dev.countersign.reviews.ThreadEvent.Marked;
import dev.countersign.reviews.ThreadEvent.Written;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThreadEventTests {

    private static final ChangeId CHANGE = new ChangeId("CHG-000001");

    @Test
    void saysThatSomebodySpokeAndNotWhat() {
        Written first = new Written(CHANGE, "chloe", List.of(), 3, 1, 2, "ab");
        Written second = new Written(CHANGE, "chloe", List.of(), 3, 2, 2, "ab");
        assertThat(first.kind()).isEqualTo("reviews.thread-opened");
        assertThat(first.summary()).isEqualTo("opened thread 3 about revision 2");
        assertThat(second.kind()).isEqualTo("reviews.remark-written");
        assertThat(second.summary()).isEqualTo("wrote in thread 3");
    }

    @Test
    void saysHowAThreadWasMarked() {
        assertThat(new Marked(CHANGE, "ada", List.of(), 3, 1, "resolved").summary())
                .isEqualTo("resolved thread 3");
    }
}
