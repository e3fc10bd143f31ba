package dev.countersign.policy;

import dev.countersign.moments.LengthWords;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Why a change must have what it must have.
 *
 * @param cheaper what its author could change so that less is demanded, one sentence each
 */
public record Explanation(List<Reason> reasons, List<String> cheaper) {

    /** One demand and the clauses that ask for it as strictly as any. */
    public record Reason(Demand about, String demand, List<Source> sources) {
        public Reason {
            sources = List.copyOf(sources);
        }
    }

    /** A clause by its id and in words. */
    public record Source(String clause, String words) {}

    public Explanation {
        reasons = List.copyOf(reasons);
        cheaper = List.copyOf(cheaper);
    }

    static List<Reason> reasons(List<Clause> applying, TypedTable table) {
        Map<String, String> words =
                table.rules().stream().collect(Collectors.toMap(TypedRule::id, TypedRule::description));
        Requirements demanded = Clause.strictest(applying);
        List<Reason> reasons = new ArrayList<>();
        Arrays.stream(Demand.values())
                .forEach(demand -> demanded(demand, demanded)
                        .ifPresent(demandedWords -> reasons.add(new Reason(
                                demand,
                                demandedWords,
                                applying.stream()
                                        .filter(asks(demand, demanded))
                                        .map(clause ->
                                                new Source(clause.id(), words.getOrDefault(clause.id(), clause.id())))
                                        .toList()))));
        return reasons;
    }

    /** In words; empty if nothing is demanded there. */
    private static Optional<String> demanded(Demand demand, Requirements it) {
        return switch (demand) {
            case REVIEWS -> said(it.reviews() > 0, it.reviews() == 1 ? "One review" : it.reviews() + " reviews");
            case DIRECTOR_SIGN_OFF -> said(it.directorSignOff(), "The director's sign-off");
            case VP_APPROVAL -> said(it.vpApproval(), "The VP's approval");
            case SECOND_KEY -> said(it.secondKey(), "A second key");
            case BLOCKING_CHECKS ->
                said(!it.blockingChecks().equals(BlockingChecks.none()), checks(it.blockingChecks()));
            case BAKE_MINUTES -> said(it.bakeMinutes() > 0, it.bakeMinutes() + " minutes of bake time");
            case APPROVAL_HOURS ->
                said(it.approvalHours() > 0, "Approvals no older than " + length(it.approvalHours()));
            case WINDOW_HOURS -> said(it.windowHours() > 0, "A window of " + length(it.windowHours()) + " at most");
        };
    }

    private static String length(int hours) {
        return LengthWords.of(Duration.ofHours(hours));
    }

    private static String checks(BlockingChecks checks) {
        return switch (checks) {
            case BlockingChecks.Every _ -> "Every check green";
            case BlockingChecks.Only only ->
                "These checks green: " + only.written().replace(",", ", ");
        };
    }

    private static Optional<String> said(boolean holds, String words) {
        return holds ? Optional.of(words) : Optional.empty();
    }

    private static Predicate<Clause> asks(Demand demand, Requirements it) {
        return clause -> switch (demand) {
            case REVIEWS -> clause.reviews() == it.reviews();
            case DIRECTOR_SIGN_OFF -> clause.directorSignOff();
            case VP_APPROVAL -> clause.vpApproval();
            case SECOND_KEY -> clause.secondKey();
            case BLOCKING_CHECKS -> !clause.blockingChecks().equals(BlockingChecks.none());
            case BAKE_MINUTES -> clause.bakeMinutes() == it.bakeMinutes();
            case APPROVAL_HOURS -> clause.approvalHours() == it.approvalHours();
            case WINDOW_HOURS -> clause.windowHours() == it.windowHours();
        };
    }
}
