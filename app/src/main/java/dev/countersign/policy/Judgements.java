package dev.countersign.policy;

import java.util.List;

/** Where the policy reads the facts of a change and leaves what it demands; the changes module answers. */
public interface Judgements {

    /** The facts of its current revision at this moment. */
    Facts facts(String change);

    /** The same, but a conflict counts as it was when the change was judged: others must not close its gate later. */
    Facts standingFacts(String change);

    /** The systems that its current revision touches. */
    List<Touched> touched(String change);

    /** The id of the policy version that was in force when the change was first submitted. */
    String policyVersion(String change);

    /** Keeps what is demanded of the change's current revision; a change that has moved on keeps what it has. */
    void demand(String change, Facts facts, Requirements requirements);
}
