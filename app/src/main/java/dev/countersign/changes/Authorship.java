package dev.countersign.changes;

import dev.countersign.identity.PersonId;
import dev.countersign.refusals.Words;
import dev.countersign.spelling.CommitSha;

/**
 * How somebody is one of a change's authors.
 *
 * @param detail which commit or revision, where that matters
 */
public record Authorship(PersonId person, Part part, String detail) {

    /** What they did; whoever did several things is called by the first of these. */
    public enum Part {
        SUBMITTER("submitted it"),
        CO_AUTHOR("[is|are] its co-author"),
        OPERATOR("operated the AI tool"),
        CODE_AUTHOR("wrote commit %s"),
        COMMITTER("committed %s"),
        PUSHER("pushed commit %s"),
        EDITOR("edited it in revision %s"),
        OWNER("took it over"),
        FORMER_OWNER("had it before it was handed over"),
        AUTHOR("wrote it");

        private final String fact;

        Part(String fact) {
            this.fact = fact;
        }

        /** Whether they had a hand in what the change says; whoever just has an author's duty has it by a commit. */
        public boolean isByText() {
            return switch (this) {
                case SUBMITTER, CO_AUTHOR, OPERATOR, EDITOR, OWNER, FORMER_OWNER -> true;
                case CODE_AUTHOR, COMMITTER, PUSHER, AUTHOR -> false;
            };
        }

        /** Whether a pipeline tells it. */
        public boolean isByCommit() {
            return switch (this) {
                case CODE_AUTHOR, COMMITTER, PUSHER -> true;
                case SUBMITTER, CO_AUTHOR, OPERATOR, EDITOR, OWNER, FORMER_OWNER, AUTHOR -> false;
            };
        }
    }

    /** After their name: "committed 0123456789ab". */
    public Words fact() {
        String commit = CommitSha.brief(detail);
        return part.fact.contains("%s") ? Words.of(part.fact, commit) : Words.of(part.fact);
    }
}
