package dev.countersign.journal;

import java.util.List;

/**
 * Something that happened and belongs on the record. Publish it as an application event inside the transaction that
 * made it true: the journal writes it in the same transaction, so neither exists without the other. The record's own
 * components become the entry's data.
 */
public interface Recorded {

    /** Who did what a rule or a clock did. */
    String HOUSE = "countersign";

    /** The chain it belongs to, such as `change/CHG-000042` or `addendum/ADD-000001`. */
    String stream();

    /** Stable name, `<module>.<past participle>`, such as `changes.submitted`. */
    String kind();

    /** The person who did it, or {@link #HOUSE}. */
    String actor();

    /** The systems it concerns, so that an auditor finds it by system. */
    List<String> systems();

    /** One sentence for people, in the past tense, without the actor: "submitted revision 2". */
    String summary();
}
