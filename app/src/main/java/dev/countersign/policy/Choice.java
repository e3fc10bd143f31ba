package dev.countersign.policy;

import dev.countersign.identity.PersonId;
import java.time.Instant;
import java.util.Optional;

/**
 * What a VP decided about an end that is near. To extend is no choice of one person: that is an {@link Amendment}.
 *
 * @param draft the draft of the policy that makes it permanent once two leaders approve it
 */
public record Choice(Kind kind, PersonId by, String words, Optional<PolicyDraftId> draft, Instant at) {

    Choice in(PolicyDraftId draft) {
        return new Choice(kind, by, words, Optional.of(draft), at);
    }

    /** What comes after the end. */
    public enum Kind {
        LET_EXPIRE("let it expire"),
        MAKE_PERMANENT("make it permanent");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** As people say it after "decided to". */
        public String words() {
            return words;
        }
    }
}
