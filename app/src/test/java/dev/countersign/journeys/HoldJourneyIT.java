package dev.countersign.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.changes.Status;
import org.junit.jupiter.api.Test;

/** Somebody stops an approved change, and two people let it go on. */
class HoldJourneyIT extends TouredJourney {

    @Test
    void anAuditorHoldsAnApprovedChangeUntilTheAuthorAndTheyThemselvesLetItGoOn() {
        var title = "Double the workers of the till";
        var change = staging.approved(title);
        var ines = visitors.get("ines").open("/changes/" + change).follow("Hold…");
        tour.look(ines, "hold");
        ines.press("Hold it");
        assertThat(ines.text()).contains("One thing needs fixing");
        ines.fill("reason", "The alarm of the till is silent since noon.").press("Hold it");
        assertThat(ines.text()).contains("It is held.", "Ines Carvalho has held " + change, "silent since noon");

        var ada = visitors.get("ada").open("/changes/" + change + "/edit");
        assertThat(ada.text()).contains("Ines Carvalho has held " + change);
        ada.open("/desk");
        assertThat(ada.text()).contains("Answer the hold");
        tour.look(ada, "desk-held");
        ada.open("/changes/" + change);
        assertThat(ada.text())
                .contains("Would deny", "Somebody holds the change.")
                .doesNotContain("What the gate would say");
        tour.look(ada, "held-change");
        ada.press("Lift the hold");
        assertThat(ada.text()).contains("The hold is lifted when somebody who did not write it agrees, too.");
        assertThat(ada.offers("Lift the hold")).isFalse();

        ines.open("/changes/" + change).press("Lift the hold");
        assertThat(ines.text()).contains("The hold is lifted.").doesNotContain("Ines Carvalho holds");
        assertThat(staging.status(change)).isEqualTo(Status.APPROVED);
        tour.look(ines, "released-change");
    }
}
