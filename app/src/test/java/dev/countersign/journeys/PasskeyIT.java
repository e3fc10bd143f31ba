package dev.countersign.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import dev.countersign.changes.Status;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Leaders who have a passkey sign their decisions with it, in a real browser, and others can take the proof away. */
class PasskeyIT extends TouredJourney {

    private static final String PAGE = "/identity/passkeys";

    @Autowired
    JdbcClient sql;

    /** Those who come after find leaders who log in. */
    @AfterEach
    void takePasskeysAway() {
        sql.sql("""
                INSERT INTO identity.passkey_removal (id, passkey, person, asked_at, ends_at)
                SELECT gen_random_uuid(), id, person, at, at + interval '1 microsecond' FROM identity.passkey
                WHERE person IN ('elena', 'hugo')
                """).update();
    }

    @Test
    void signsASignOffOfWhichAnAuditorTakesTheProofAway() throws Exception {
        String change = staging.awaitingSignOff("Signed with a key that somebody holds");
        Visitor elena = visitors.fresh("elena").logIn();
        Authenticator key = Authenticator.of(elena);
        enrol(elena, "Blue key on my ring");
        tour.look(elena, "passkeys");

        elena.open("/reviews/" + staging.task(change));
        assertThat(elena.text()).contains("You sign it with your passkey in the next step.");
        elena.choose("Sign off").fill("comment", "Read the plan.").press("Record my decision");
        assertThat(elena.text()).contains("a log-in is not enough");
        assertThat(elena.isAskedForPassword()).isFalse();
        assertThat(elena.value("comment")).isEqualTo("Read the plan.");
        tour.look(elena, "sign-off-to-sign");

        key.isHeldByItsOwner(false);
        elena.button("Sign with your passkey").click();
        elena.find("[data-passkey-problem]:not([hidden])").waitFor();
        assertThat(elena.text()).contains("The passkey was not used");
        key.isHeldByItsOwner(true);

        elena.fill("comment", "Read the plan twice.");
        sign(elena);
        elena.find("text=what was signed is not what you say now").waitFor();
        assertThat(staging.status(change)).isEqualTo(Status.SIGN_OFF);
        sign(elena);
        elena.find("text=is on the record").waitFor();
        assertThat(staging.status(change)).isEqualTo(Status.APPROVED);

        Visitor ines = visitors.get("ines").open("/changes/" + change + "?tab=conversation");
        assertThat(ines.text()).contains("with passkey Blue key on my ring");
        tour.look(ines, "change-signed");
        Download proof = ines.page()
                .waitForDownload(() -> ines.find("a:has-text('Proof')").first().click());
        var file = JsonMapper.shared().readTree(Files.readString(proof.path()));
        assertThat(file.path("statement").asString())
                .contains("\"APPROVE\",\"Read the plan twice.\"")
                .contains("sign-off-change of " + change);
        assertThat(file.path("relyingParty").asString()).isEqualTo("localhost");
        ada(change);

        removed(elena);
    }

    @Test
    void signsAVoteOnThePolicy() {
        String draft = staging.draft("A draft that a key signs");
        staging.propose(draft);
        Visitor hugo = visitors.fresh("hugo").logIn();
        Authenticator.of(hugo);
        enrol(hugo, "The phone");
        hugo.open("/policy/drafts/" + draft).choose("Approve").press("Record my decision");
        sign(hugo);
        hugo.find("text=signed with passkey The phone").first().waitFor();
        assertThat(hugo.text()).doesNotContain("Nothing is recorded yet").contains("Approved");
        tour.look(hugo, "draft-signed");
    }

    @Test
    void tellsItsOwnerThatItWasReportedLost() {
        Visitor hugo = visitors.fresh("hugo").logIn();
        Authenticator.of(hugo);
        enrol(hugo, "The old phone");
        hugo.find("summary:has-text('I have lost it')").click();
        hugo.press("Report it lost").logInOnceMore();
        tour.look(hugo, "passkeys-lost-confirm");
        hugo.press("Confirm that it is lost");
        hugo.open("/desk");
        assertThat(hugo.page().innerText("body")).contains("“The old phone” was reported lost");
        hugo.open(PAGE);
        tour.look(hugo, "passkeys-lost");
        hugo.press("It is not lost: keep it");
        sign(hugo);
        hugo.find("text='It stays.'").waitFor();
        assertThat(hugo.page().innerText("body")).doesNotContain("reported lost");
    }

    /** Whoever may not read the history sees that it was signed, and nothing to take away. */
    private void ada(String change) {
        Visitor ada = visitors.get("ada").open("/changes/" + change + "?tab=conversation");
        assertThat(ada.text()).contains("with passkey");
        assertThat(ada.find("a[href*='/identity/signatures/']").count()).isZero();
    }

    private void enrol(Visitor leader, String label) {
        leader.open(PAGE).page().fill("#label", label);
        leader.press("Enrol it").logInOnceMore().press("Confirm, and go on");
        tour.look(leader, "passkey-new");
        leader.button("Make the passkey").click();
        leader.find("text=is enrolled").waitFor();
    }

    private static void sign(Visitor leader) {
        leader.button("Sign with your passkey").click();
    }

    private void removed(Visitor elena) {
        elena.open(PAGE).find("summary:has-text('Remove')").click();
        elena.press("Remove it");
        tour.look(elena, "passkeys-remove");
        sign(elena);
        elena.find("text=It is removed.").waitFor();
        assertThat(elena.text()).contains("You have no passkey");
        assertThat(sql.sql("SELECT count(*) FROM identity.signature WHERE person = 'elena' AND matter LIKE :matter")
                        .params(Map.of("matter", "removal of passkey %"))
                        .query(Integer.class)
                        .single())
                .isPositive();
    }
}
