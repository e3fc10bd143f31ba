package dev.countersign.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.Cast;
import dev.countersign.Personas;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.ChangePlan;
import dev.countersign.identity.Known;
import dev.countersign.identity.People;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.identity.SignIn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What Keycloak says of an account counts for the person behind it. Rita has two accounts. */
class AccountsIT extends TouredJourney {

    private static final Person RITA = SignIn.person("rita", Role.ENGINEER, Role.REVIEWER);

    @Autowired
    ApplicationContext beans;

    @Test
    void ofOnePersonWriteAndReviewOnce() {
        var keycloak = new KeycloakAdmin();
        keycloak.addAccount("rita", "rita", "reviewer");
        keycloak.addAccount("rita.too", "Rita ", "reviewer");
        Cast cast = Cast.in(beans);
        var seats = cast.seats(new ChangeId(staging.inReview("Merge the coupon services")), 2);

        var rita =
                visitors.fresh("rita").logIn().open("/reviews/" + seats.get(0).id());
        rita.choose("Approve").press("Record my decision");
        assertThat(rita.text()).contains("is on the record");
        var other = visitors.fresh("rita.too")
                .logIn()
                .open("/reviews/" + seats.get(1).id());
        assertThat(other.text()).contains("you have already decided on revision 1");

        Known.make(beans, RITA);
        ChangeId own = cast.inReview(RITA, cast.document());
        other.open("/reviews/" + cast.task(own, ChangePlan.REVIEW).id());
        assertThat(other.text()).contains("you submitted it");
        assertThat(other.offers("Claim")).isFalse();
    }

    @Test
    void ofNobodyAreRefusedInWords() {
        new KeycloakAdmin().addAccount("lookalike", "\u0430da", "reviewer");
        var lookalike = visitors.fresh("lookalike");
        lookalike.page().navigate("/changes");
        lookalike.enterPassword();
        assertThat(lookalike.text())
                .contains("U+0430 CYRILLIC SMALL LETTER A", "Whoever runs Keycloak has to set 'person'");
        assertThat(beans.getBean(People.class).with(Role.REVIEWER))
                .extracting(Person::name)
                .doesNotContain("lookalike Test");
    }

    @Test
    void tellWhomTheirPersonAnswersTo() {
        visitors.fresh("ben").logIn();
        assertThat(beans.getBean(People.class).above(Personas.BEN.id())).containsExactly(Personas.JONAS.id());
    }
}
