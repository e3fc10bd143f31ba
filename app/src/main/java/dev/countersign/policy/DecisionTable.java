package dev.countersign.policy;

import static scala.jdk.javaapi.CollectionConverters.asJava;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.dmn.DmnEngine;
import org.camunda.dmn.parser.ParsedDmn;
import scala.collection.Seq;
import scala.util.Either;

/** The table `change-requirements`, evaluated by the DMN engine that Camunda 8 itself is built on. */
final class DecisionTable {

    private static final String DECISION = "change-requirements";
    private static final DmnEngine ENGINE = new DmnEngine.Builder().build();

    /** Far more than a house has of them at a time. */
    private static final int MOST_KNOWN = 20_000;

    private record Asked(Facts facts, boolean addendum) {}

    private final Map<Asked, List<Clause>> known = new ConcurrentHashMap<>();
    private final ParsedDmn table;

    private DecisionTable(ParsedDmn table) {
        this.table = table;
    }

    static DecisionTable parse(String dmn) {
        return new DecisionTable(
                right(ENGINE.parse(new ByteArrayInputStream(dmn.getBytes(StandardCharsets.UTF_8))), "parse"));
    }

    /** What is demanded by the base policy, and by an addendum as well if one covers the change: it can only add. */
    Requirements require(Facts facts, boolean addendum) {
        return Clause.strictest(applying(facts, addendum));
    }

    /** The clauses that it is demanded by in any hour of its window; the same facts always have the same. */
    List<Clause> applying(Facts facts, boolean addendum) {
        if (known.size() >= MOST_KNOWN) {
            known.clear();
        }
        return known.computeIfAbsent(
                new Asked(facts, addendum),
                asked -> asked.facts().hourly().stream()
                        .flatMap(hour -> decide(hour, asked.addendum()).stream())
                        .distinct()
                        .toList());
    }

    private List<Clause> decide(Facts facts, boolean addendum) {
        Stream<Clause> base = clauses(facts, false).stream();
        Stream<Clause> added = addendum ? clauses(facts, true).stream() : Stream.empty();
        return Stream.concat(base, added).distinct().toList();
    }

    List<Clause> clauses(Facts facts, boolean addendum) {
        DmnEngine.EvalResult result = right(ENGINE.eval(table, DECISION, inputs(facts, addendum)), "evaluate");
        if (!(result instanceof DmnEngine.Result rows)) {
            return List.of();
        }
        return asJava((Seq<?>) rows.value()).stream()
                .map(row -> clause(asJava((scala.collection.Map<?, ?>) row)))
                .toList();
    }

    /** The engine takes its inputs by name; nothing else here does. */
    private static Map<String, Object> inputs(Facts facts, boolean addendum) {
        return Arrays.stream(Fact.values())
                .collect(Collectors.toMap(Fact::variable, fact -> fact.typed(facts, addendum)));
    }

    private static Clause clause(Map<?, ?> row) {
        return new Clause(
                text(row, "clause"),
                number(row, Demand.REVIEWS),
                flag(row, Demand.DIRECTOR_SIGN_OFF),
                flag(row, Demand.VP_APPROVAL),
                flag(row, Demand.SECOND_KEY),
                BlockingChecks.of(text(row, Demand.BLOCKING_CHECKS)),
                number(row, Demand.BAKE_MINUTES),
                number(row, Demand.APPROVAL_HOURS),
                number(row, Demand.WINDOW_HOURS));
    }

    private static int number(Map<?, ?> row, Demand demand) {
        return Integer.parseInt(text(row, demand));
    }

    private static boolean flag(Map<?, ?> row, Demand demand) {
        return switch (text(row, demand)) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw new IllegalStateException(
                        "Expected output '%s' of decision '%s' to be true or false, but it is '%s'."
                                .formatted(demand.output(), DECISION, text(row, demand)));
        };
    }

    /** A table from before there was such a column asks for what was asked then. */
    private static String text(Map<?, ?> row, Demand demand) {
        return row.containsKey(demand.output()) ? text(row, demand.output()) : demand.untold();
    }

    private static String text(Map<?, ?> row, String output) {
        Object value = row.get(output);
        if (value == null) {
            throw new IllegalStateException("Expected to read output '%s' of decision '%s', but a row leaves it empty."
                    .formatted(output, DECISION));
        }
        return value.toString();
    }

    private static <T> T right(Either<?, T> answer, String verb) {
        return answer.toOption().getOrElse(() -> {
            throw new IllegalStateException("Expected to %s decision '%s', but %s"
                    .formatted(verb, DECISION, answer.left().toOption().get()));
        });
    }
}
