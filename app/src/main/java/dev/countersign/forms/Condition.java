package dev.countersign.forms;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Set;
import org.camunda.feel.FeelEngineClock;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.syntaxtree.ParsedExpression;

/** A FEEL condition over the answers, by the same engine that Camunda uses, so that it means the same everywhere. */
sealed interface Condition {

    Condition NEVER = new Always(false);
    Condition ALWAYS = new Always(true);

    boolean holds(Answers answers);

    /** The keys whose answers decide it. */
    Set<String> keys();

    record Always(boolean value) implements Condition {
        @Override
        public boolean holds(Answers answers) {
            return value;
        }

        @Override
        public Set<String> keys() {
            return Set.of();
        }
    }

    record Feel(FeelEngineApi engine, ParsedExpression expression, Set<String> keys) implements Condition {
        @Override
        public boolean holds(Answers answers) {
            var variables = new HashMap<String, Object>();
            keys.forEach(key -> variables.put(key, null));
            answers.byKey().forEach((key, answer) -> variables.put(key, plain(answer)));
            var result = engine.evaluate(expression, variables);
            return result.isSuccess() && Boolean.TRUE.equals(result.result());
        }

        private static Object plain(Answer answer) {
            return switch (answer) {
                case Answer.Text(var value) -> value;
                case Answer.Amount(BigDecimal value) -> value;
                case Answer.Truth(var value) -> value;
                case Answer.Day(var value) -> value.toString();
                case Answer.Moment(var value) -> value.toString();
                case Answer.Chosen(var values) -> values;
                case Answer.Rows(var rows) -> rows.stream().map(Feel::plainRow).toList();
            };
        }

        private static HashMap<String, Object> plainRow(Answers row) {
            var plain = new HashMap<String, Object>();
            row.byKey().forEach((key, answer) -> plain.put(key, plain(answer)));
            return plain;
        }
    }

    /** Parses conditions; one engine serves them all. */
    final class Parser {

        private final FeelEngineApi engine;

        Parser(Clock clock) {
            this.engine = FeelEngineBuilder.forJava()
                    .withClock(new FeelEngineClock() {
                        @Override
                        public ZonedDateTime getCurrentTime() {
                            return ZonedDateTime.now(clock);
                        }
                    })
                    .build();
        }

        Condition parse(String text) {
            var parsed = engine.parseExpression(text.startsWith("=") ? text.substring(1) : text);
            if (!parsed.isSuccess()) {
                throw new IllegalStateException("Expected to read condition '%s', but it is not FEEL: %s."
                        .formatted(text, parsed.failure().message()));
            }
            return new Feel(engine, parsed.parsedExpression(), Set.copyOf(parsed.getVariableNames()));
        }
    }
}
