package dev.countersign.policy;

import java.util.List;
import org.springframework.stereotype.Component;

/** The policies of the house; the base policy until addenda arrive. */
@Component
public class Policies {

    public PolicyVersion inForce() {
        return new PolicyVersion("base-1", List.of());
    }
}
