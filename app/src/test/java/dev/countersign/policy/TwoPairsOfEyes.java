package dev.countersign.policy;

import static dev.countersign.Personas.ELENA;
import static dev.countersign.Personas.GRACE;

import java.util.Optional;
import org.springframework.beans.factory.BeanFactory;

/** An addendum that is in force until it is closed: changes of Tier-1 systems have two seats at the review table. */
public record TwoPairsOfEyes(Addenda addenda, AddendumId id) implements AutoCloseable {

    public static TwoPairsOfEyes inForce(BeanFactory beans) {
        Addenda addenda = beans.getBean(Addenda.class);
        AddendumId id = addenda.propose(new Proposal("Two pairs of eyes", "for a test", 1), GRACE)
                .id();
        addenda.decide(id, ELENA, true, "");
        return new TwoPairsOfEyes(addenda, id);
    }

    /** Other tests want the base policy; a moved clock may have ended it before. */
    @Override
    public void close() {
        if (addenda.inForce().stream().anyMatch(each -> each.id().equals(id))) {
            int number = addenda.amend(id, Optional.empty(), "the test is over", GRACE)
                    .amendment()
                    .orElseThrow()
                    .number();
            addenda.decideAmendment(id, number, ELENA, true, "");
        }
    }
}
