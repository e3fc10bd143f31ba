package dev.countersign.changes;

import dev.countersign.policy.PolicySection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Shows on the policy page which edits void what was decided, by the list that is asked when somebody edits. */
@Component
class MaterialSection implements PolicySection {

    /** Both halves of the form. */
    record Shown(List<DocumentField> material, List<DocumentField> wording, String likeness) {}

    @Override
    public String word() {
        return "edits";
    }

    @Override
    public String title() {
        return "Edits";
    }

    @Override
    public String fragment() {
        return "changes/material :: section";
    }

    @Override
    public Object content() {
        return new Shown(DocumentField.material(), DocumentField.wording(), Likeness.RULE);
    }
}
