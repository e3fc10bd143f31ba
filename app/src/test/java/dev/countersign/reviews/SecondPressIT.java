package dev.countersign.reviews;

import static dev.countersign.Personas.ADA;
import static dev.countersign.Personas.BEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dev.countersign.Cast;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.ChangePlan;
import dev.countersign.engine.UserTask;
import dev.countersign.identity.SignIn;
import dev.countersign.local.OnRealStack;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody presses the button of a decision twice, and the second press arrives while the first is being recorded. */
@OnRealStack
class SecondPressIT {

    @Autowired
    ApplicationContext beans;

    @Autowired
    MockMvc house;

    @Autowired
    Reviews reviews;

    @Autowired
    JdbcClient sql;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void isToldThatTheDecisionIsOnTheRecord() {
        Cast cast = Cast.in(beans);
        ChangeId id = cast.inReview(ADA, cast.document());
        UserTask task = cast.task(id, ChangePlan.REVIEW);
        String read = cast.read(task);
        CompletableFuture<MockHttpServletResponse> second = transactions.execute(_ -> {
            sql.sql("LOCK TABLE reviews.claim IN ACCESS EXCLUSIVE MODE").update();
            var answer = CompletableFuture.supplyAsync(() -> press(task, read));
            Cast.await("the second press has begun").until(this::somebodyWaitsForTheSeat);
            reviews.decide(task.id(), BEN, read, Answer.APPROVE, "Fine with me.");
            return answer;
        });

        assertThat(second.join().getStatus()).isEqualTo(302);
        assertThat(second.join().getRedirectedUrl()).isEqualTo("/reviews");
    }

    private MockHttpServletResponse press(UserTask task, String read) {
        try {
            return house.perform(post("/reviews/" + task.id())
                            .with(SignIn.as(BEN))
                            .with(csrf())
                            .param("_hash", read)
                            .param("_do", "send")
                            .param("verdict", "approve")
                            .param("comment", "Fine with me."))
                    .andReturn()
                    .getResponse();
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    private boolean somebodyWaitsForTheSeat() {
        return sql.sql("""
                        SELECT EXISTS (SELECT FROM pg_stat_activity
                                       WHERE wait_event_type = 'Lock' AND query LIKE '%reviews.claim%' AND pid <> pg_backend_pid())
                        """).query(Boolean.class).single();
    }
}
