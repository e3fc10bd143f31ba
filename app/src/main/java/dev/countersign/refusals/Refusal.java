package dev.countersign.refusals;

/**
 * An expected no. It carries a stable code, a sentence "Expected to … but …" and the way out, and ends up as a
 * problem detail, a message on a form, or a BPMN error.
 */
public final class Refusal extends RuntimeException {

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
    private final String wayOut;

    private Refusal(Kind kind, String code, String message, String wayOut) {
        super(message);
        this.kind = kind;
        this.code = code;
        this.wayOut = wayOut;
    }

    public static Refusal invalid(String code, String message, String wayOut) {
        return new Refusal(Kind.INVALID, code, message, wayOut);
    }

    public static Refusal forbidden(String code, String message, String wayOut) {
        return new Refusal(Kind.FORBIDDEN, code, message, wayOut);
    }

    public static Refusal notFound(String code, String message, String wayOut) {
        return new Refusal(Kind.NOT_FOUND, code, message, wayOut);
    }

    public static Refusal conflict(String code, String message, String wayOut) {
        return new Refusal(Kind.CONFLICT, code, message, wayOut);
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

    public String wayOut() {
        return wayOut;
    }

    /** What stands after "but", without the full stop, for the sentence of somebody who meets with it by another way. */
    public String fact() {
        return sentence().replaceFirst("^Expected .*?, but ", "").replaceFirst("\\.$", "");
    }

    /** The sentence; never null, unlike an exception's in general. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
