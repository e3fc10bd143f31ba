package dev.countersign.identity.web;

import dev.countersign.identity.PasskeyRows;
import dev.countersign.identity.PersonId;
import dev.countersign.identity.RelyingParty;
import dev.countersign.identity.SignatureRequest;
import dev.countersign.identity.Signatures;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lays out what a session was asked to sign, for the page that shows the form again. */
@Component
class SigningSheets {

    private final Signatures signatures;
    private final PasskeyRows passkeys;
    private final RelyingParty house;

    SigningSheets(Signatures signatures, PasskeyRows passkeys, RelyingParty house) {
        this.signatures = signatures;
        this.passkeys = passkeys;
        this.house = house;
    }

    Optional<SigningSheet> of(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .flatMap(SignatureUnderWay::in)
                .flatMap(asked -> signatures.open(asked.id()).map(open -> sheet(asked, open)));
    }

    /** Whether somebody signs decisions rather than to log in once more. */
    boolean signs(PersonId person) {
        return !passkeys.inForce(person).isEmpty();
    }

    private SigningSheet sheet(SignatureUnderWay asked, SignatureRequest open) {
        return new SigningSheet(asked.action(), open.challenge().text(), house.id(), passkeys.inForce(open.person()));
    }
}
