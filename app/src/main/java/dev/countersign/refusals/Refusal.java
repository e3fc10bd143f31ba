package dev.countersign.refusals;

import java.io.Serial;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An expected no. It carries a stable code, what was attempted, what is true and the way out, and ends up as a problem
 * detail, a message on a form, or a BPMN error. Logs read "Expected to claim …, but …", people "You can't claim …: …".
 */
public final class Refusal extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 2;

    /** What sort of no it is; decides the HTTP status. */
    public enum Kind {
        INVALID(422),
        FORBIDDEN(403),
        NOT_FOUND(404),
        CONFLICT(409);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        /** The HTTP status that says the same, on every page and in the API. */
        public int status() {
            return status;
        }
    }

    private final Kind kind;
    private final String code;
    private final Words plain;
    private final Words fact;
    private final Words wayOut;

    private Refusal(Attempt attempt, Words fact, Words wayOut) {
        super("Expected to %s, but %s.".formatted(attempt.words, fact));
        this.kind = attempt.code.kind;
        this.code = attempt.code.code;
        this.plain = attempt.isNamed ? Words.of("you can't %s: %s.", attempt.words, fact) : Words.of("%s.", fact);
        this.fact = fact;
        this.wayOut = wayOut;
    }

    /** The code of one that is being written: stable, `<module>.<what>`, with its line in the catalogue of refusals. */
    public record Code(Kind kind, String code) {

        /** What they tried, after "You can't": "claim the review of CHG-7". */
        public Attempt cannot(String attempt, Object... arguments) {
            return new Attempt(this, Words.of(attempt, arguments), true);
        }

        /** The same, where the fact alone says it to people: "there is no change CHG-7". */
        public Attempt expectedTo(String attempt, Object... arguments) {
            return new Attempt(this, Words.of(attempt, arguments), false);
        }
    }

    /** What was attempted. */
    public record Attempt(Code code, Words words, boolean isNamed) {

        /** What is true, without a full stop: "Ben has already reviewed revision 1". */
        public Because because(String fact, Object... arguments) {
            return because(Words.of(fact, arguments));
        }

        public Because because(Words fact) {
            return new Because(this, fact);
        }
    }

    /** The same, and why it can't be. */
    public record Because(Attempt attempt, Words fact) {

        /** What to do next, in a sentence. */
        public Refusal instead(String wayOut, Object... arguments) {
            return instead(Words.of(wayOut, arguments));
        }

        public Refusal instead(Words wayOut) {
            return new Refusal(attempt, fact, wayOut);
        }
    }

    /** What was sent can't be taken. */
    public static Code invalid(String code) {
        return new Code(Kind.INVALID, code);
    }

    /** It is not theirs to do. */
    public static Code forbidden(String code) {
        return new Code(Kind.FORBIDDEN, code);
    }

    /** There is no such thing, or not for them. */
    public static Code notFound(String code) {
        return new Code(Kind.NOT_FOUND, code);
    }

    /** It can't be as things stand. */
    public static Code conflict(String code) {
        return new Code(Kind.CONFLICT, code);
    }

    private Refusal(Kind kind, String code, String sentence, String wayOut) {
        super(sentence);
        this.kind = kind;
        this.code = code;
        this.plain = Words.of("%s", sentence);
        this.fact = plain;
        this.wayOut = Words.of("%s", wayOut);
    }

    /** For a console, which says the sentence of the logs. */
    public static Refusal invalid(String code, String sentence, String wayOut) {
        return new Refusal(Kind.INVALID, code, sentence, wayOut);
    }

    /** The same of what is missing. */
    public static Refusal notFound(String code, String sentence, String wayOut) {
        return new Refusal(Kind.NOT_FOUND, code, sentence, wayOut);
    }

    /** The same of what can't be as things stand. */
    public static Refusal conflict(String code, String sentence, String wayOut) {
        return new Refusal(Kind.CONFLICT, code, sentence, wayOut);
    }

    public Kind kind() {
        return kind;
    }

    /** The HTTP status that says the same. */
    public int status() {
        return kind.status;
    }

    /** Stable, `<module>.<what>`; safe to match on. */
    public String code() {
        return code;
    }

    /** What is true, for the sentence of somebody who meets with it by another way. */
    public Words fact() {
        return fact;
    }

    /** Whoever is in it, by their ids. */
    public Set<String> people() {
        return Stream.of(plain, wayOut)
                .flatMap(words -> words.people().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** As somebody reads it who knows people by these names. */
    public Told told(UnaryOperator<String> names) {
        return new Told(capital(plain.text(names)), capital(fact.text(names)) + ".", capital(wayOut.text(names)));
    }

    /** The sentence of the logs; never null, unlike an exception's in general. */
    public String sentence() {
        return String.valueOf(getMessage());
    }

    public String wayOut() {
        return wayOut.toString();
    }

    private static String capital(String sentence) {
        return sentence.isEmpty()
                ? sentence
                : sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }
}
