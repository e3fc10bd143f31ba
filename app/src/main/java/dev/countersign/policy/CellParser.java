package dev.countersign.policy;

import dev.countersign.policy.Cell.Any;
import dev.countersign.policy.Cell.Between;
import dev.countersign.policy.Cell.Compared;
import dev.countersign.policy.Cell.Either;
import dev.countersign.policy.Cell.Exactly;
import dev.countersign.policy.Cell.Neither;
import dev.countersign.policy.Cell.Side;
import dev.countersign.policy.Cell.Wish;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a cell that somebody typed. It knows values of the column, lists of them, `not(…)`, comparisons and ranges;
 * everything else is refused. Nothing is evaluated here, and no decision engine sees what was typed: it gets what this
 * parser understood, written anew.
 */
final class CellParser {

    /** What came of reading a cell. */
    sealed interface Reading {
        record Understood(Cell cell) implements Reading {}

        record Refused(String why, String wayOut) implements Reading {}
    }

    private static final int LONGEST = 120;
    private static final Pattern PLAIN = Pattern.compile("[a-z0-9 ,.()<>=\\[\\]\"-]*");
    private static final Pattern NOT = Pattern.compile("not *\\((.*)\\)");
    private static final Pattern COMPARISON = Pattern.compile("(<=|>=|<|>) *(0|[1-9][0-9]{0,4})");
    private static final Pattern RANGE = Pattern.compile("\\[ *(0|[1-9][0-9]{0,4}) *\\.\\. *(0|[1-9][0-9]{0,4}) *]");
    private static final Pattern QUOTED = Pattern.compile("\"([a-z-]+)\"");

    private final Fact fact;

    private CellParser(Fact fact) {
        this.fact = fact;
    }

    static Reading read(Fact fact, String typed) {
        return new CellParser(fact).read(typed);
    }

    private Reading read(String typed) {
        if (typed.length() > LONGEST) {
            return refused("it has %d characters".formatted(typed.length()));
        }
        if (!PLAIN.matcher(typed).matches()) {
            return refused("a character in it has no meaning in a cell");
        }
        String cell = typed.strip();
        if (cell.isEmpty() || cell.equals("-")) {
            return new Reading.Understood(new Any());
        }
        Matcher not = NOT.matcher(cell);
        boolean none = not.matches();
        return wishes(none ? not.group(1) : cell)
                .map(wishes -> none ? new Neither(wishes) : new Either(wishes))
                .map(this::sensible)
                .orElseGet(() -> refused("'%s' is not among what it can be".formatted(cell)));
    }

    /** A cell that nothing satisfies would hide its clause. The engine reads `not(true)` in its own way, so it never sees one. */
    private Reading sensible(Cell cell) {
        List<String> accepted = fact.range().stream().filter(cell::accepts).toList();
        if (accepted.isEmpty()) {
            return refused("nothing satisfies it, so the clause would never apply");
        }
        if (fact.type() != Fact.Type.FLAG) {
            return new Reading.Understood(cell);
        }
        return new Reading.Understood(
                accepted.size() == 1 ? new Either(List.of(new Exactly(accepted.getFirst()))) : new Any());
    }

    /** Empty as soon as one element is not understood. */
    private Optional<List<Wish>> wishes(String list) {
        List<Wish> wishes = new ArrayList<>();
        for (String element : list.split(",", -1)) {
            Optional<Wish> wish = wish(element.strip());
            if (wish.isEmpty()) {
                return Optional.empty();
            }
            if (!wishes.contains(wish.get())) {
                wishes.add(wish.get());
            }
        }
        return Optional.of(wishes);
    }

    private Optional<Wish> wish(String element) {
        return value(element)
                .<Wish>map(Exactly::new)
                .or(() -> fact.type() == Fact.Type.NUMBER ? comparison(element) : Optional.empty());
    }

    private Optional<String> value(String element) {
        Matcher quoted = QUOTED.matcher(element);
        String bare = fact.type() == Fact.Type.WORD && quoted.matches() ? quoted.group(1) : element;
        return Optional.of(bare).filter(fact.range()::contains);
    }

    private Optional<Wish> comparison(String element) {
        Matcher compared = COMPARISON.matcher(element);
        if (compared.matches()) {
            return number(compared.group(2)).map(than -> new Compared(side(compared.group(1)), than));
        }
        Matcher range = RANGE.matcher(element);
        if (!range.matches()) {
            return Optional.empty();
        }
        return number(range.group(1))
                .flatMap(from -> number(range.group(2)).filter(to -> from <= to).map(to -> new Between(from, to)));
    }

    /** One that the fact can be; beyond that a comparison would always or never hold. */
    private Optional<Integer> number(String digits) {
        return Optional.of(digits).filter(fact.range()::contains).map(Integer::valueOf);
    }

    private static Side side(String sign) {
        return switch (sign) {
            case "<" -> Side.BELOW;
            case "<=" -> Side.UP_TO;
            case ">" -> Side.ABOVE;
            default -> Side.FROM;
        };
    }

    private Reading refused(String why) {
        String numbers =
                fact.type() == Fact.Type.NUMBER ? ", a comparison such as < %s or a range such as [%s..%s]" : "";
        String last = fact.range().getLast();
        return new Reading.Refused(
                why,
                "Leave it empty, or write values with commas between them (%s), not(…) around them%s."
                        .formatted(
                                String.join(", ", fact.range()),
                                numbers.formatted(last, fact.range().getFirst(), last)));
    }
}
