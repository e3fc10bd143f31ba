package dev.countersign.registry;

import static scala.jdk.javaapi.CollectionConverters.asJava;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.dmn.DmnEngine;
import org.camunda.dmn.parser.ParsedDmn;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The table `tier-one`, evaluated by the DMN engine that Camunda 8 itself is built on. */
@Component
public class TierRule {

    static final String RESOURCE = "bpmn/tier-one.dmn";
    private static final String DECISION = "tier-one";

    /** What the table says of some facts, and the row that said it. */
    public record Answer(boolean tierOne, String clause) {}

    private final Map<String, String> words;
    private final DmnEngine engine = new DmnEngine.Builder().build();
    private final ParsedDmn table;
    private final String version;
    private final Map<TierFacts, Answer> answers = new ConcurrentHashMap<>();

    TierRule() {
        this(read());
    }

    TierRule(byte[] dmn) {
        var parsed = engine.parse(new ByteArrayInputStream(dmn));
        if (parsed.isLeft()) {
            throw new IllegalStateException("Expected to read the table for Tier-1, but " + parsed);
        }
        table = parsed.toOption().get();
        words = Dmn.readModelFromStream(new ByteArrayInputStream(dmn)).getModelElementsByType(Rule.class).stream()
                .collect(Collectors.toUnmodifiableMap(
                        Rule::getId, row -> row.getDescription().getTextContent()));
        CRC32C sum = new CRC32C();
        sum.update(dmn);
        version = HexFormat.of().toHexDigits((int) sum.getValue());
    }

    /** Another table has another name; systems that an earlier one judged are judged again. */
    String version() {
        return version;
    }

    /** A row of the table in a sentence. */
    public String words(String clause) {
        return words.getOrDefault(clause, clause);
    }

    /** The same facts have the same answer, and thousands of systems share few of them. */
    public Answer ask(TierFacts facts) {
        return answers.computeIfAbsent(facts, this::evaluate);
    }

    private Answer evaluate(TierFacts facts) {
        var said = engine.eval(table, DECISION, inputs(facts));
        if (said.isLeft()
                || !(said.toOption().get() instanceof DmnEngine.Result row)
                || !(row.value() instanceof scala.collection.Map<?, ?> outputs)) {
            throw new IllegalStateException(
                    "Expected the table for Tier-1 to answer for %s, but %s".formatted(facts, said));
        }
        Map<?, ?> cells = asJava(outputs);
        return new Answer(
                Boolean.TRUE.equals(cells.get("tierOne")),
                Objects.requireNonNull(cells.get("clause")).toString());
    }

    private static Map<String, Object> inputs(TierFacts facts) {
        return Map.of(
                "consumerFacing", facts.consumerFacing(),
                "orderAffectingIncidents", facts.orderAffectingIncidents(),
                "vpOwned", facts.vpOwned());
    }

    private static byte[] read() {
        try {
            return new ClassPathResource(RESOURCE).getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to read %s, but it is not there.".formatted(RESOURCE), e);
        }
    }
}
