package dev.countersign.policy;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** A column of the decision table: something that a clause may look at, and all that it can be. */
public enum Fact {
    TIER("tier", "Tier", Type.NUMBER, numbers(1, 4)),
    KIND("kind", "Kind", Type.WORD, List.of("code", "configuration", "infrastructure", "data", "manual-operation")),
    ENVIRONMENT("environment", "Environment", Type.WORD, List.of("production", "staging")),
    BLAST_RADIUS("blastRadius", "Blast radius", Type.WORD, List.of("one-host", "one-zone", "one-region", "global")),
    CONTROL_PLANE("controlPlane", "Control plane", Type.FLAG, List.of("false", "true")),
    DATA_MUTATION("dataMutation", "Data mutation", Type.FLAG, List.of("false", "true")),
    AI_INVOLVEMENT("aiInvolvement", "AI involvement", Type.WORD, List.of("none", "assisted", "generated")),
    HOUR("hour", "Hour (UTC)", Type.NUMBER, numbers(0, 23)),
    CONFLICT("conflict", "Conflict", Type.FLAG, List.of("false", "true")),
    ADDENDUM("addendum", "Addendum in force", Type.FLAG, List.of("false", "true"));

    /** How the table writes its values. */
    enum Type {
        NUMBER("number"),
        WORD("string"),
        FLAG("boolean");

        private final String dmn;

        Type(String dmn) {
            this.dmn = dmn;
        }

        String dmn() {
            return dmn;
        }
    }

    private final String variable;
    private final String label;
    private final Type type;
    private final List<String> range;

    Fact(String variable, String label, Type type, List<String> range) {
        this.variable = variable;
        this.label = label;
        this.type = type;
        this.range = range;
    }

    /** Its name as the decision table's input. */
    public String variable() {
        return variable;
    }

    /** Its name as people read it. */
    public String label() {
        return label;
    }

    Type type() {
        return type;
    }

    /** Everything that it can be; nothing else may stand in a cell. */
    public List<String> range() {
        return range;
    }

    /** In addresses, identifiers and names of fields. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What it is for a change whose window lies within one hour. */
    String of(Facts facts, boolean addendum) {
        return switch (this) {
            case TIER -> Integer.toString(facts.tier());
            case KIND -> facts.kind();
            case ENVIRONMENT -> facts.environment();
            case BLAST_RADIUS -> facts.blastRadius();
            case CONTROL_PLANE -> Boolean.toString(facts.controlPlane());
            case DATA_MUTATION -> Boolean.toString(facts.dataMutation());
            case AI_INVOLVEMENT -> facts.aiInvolvement();
            case HOUR -> Integer.toString(facts.hours().getFirst());
            case CONFLICT -> Boolean.toString(facts.conflict());
            case ADDENDUM -> Boolean.toString(addendum);
        };
    }

    /** The same as the decision engine takes it. */
    Object typed(Facts facts, boolean addendum) {
        String value = of(facts, addendum);
        return switch (type) {
            case NUMBER -> Integer.valueOf(value);
            case WORD -> value;
            case FLAG -> Boolean.valueOf(value);
        };
    }

    private static List<String> numbers(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(Integer::toString).toList();
    }
}
