package dev.countersign.identity.web;

import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.Attestation;
import dev.countersign.identity.Base64Url;
import dev.countersign.identity.Passkey;
import dev.countersign.identity.PasskeyOffer;
import dev.countersign.identity.PasskeyRows;
import dev.countersign.identity.Passkeys;
import dev.countersign.identity.Person;
import dev.countersign.identity.RelyingParty;
import dev.countersign.identity.Role;
import dev.countersign.refusals.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The step at which the browser makes a new passkey, after its owner has shown that it is them. */
@Controller
@AllowedTo({Role.DIRECTOR, Role.VP})
class PasskeyOfferController {

    private static final int MOST_TRANSPORTS = 8;

    private final Passkeys passkeys;
    private final PasskeyRows rows;
    private final RelyingParty house;

    PasskeyOfferController(Passkeys passkeys, PasskeyRows rows, RelyingParty house) {
        this.passkeys = passkeys;
        this.rows = rows;
        this.house = house;
    }

    /**
     * What the browser is told.
     *
     * @param user names the owner to the authenticator; says nothing of them
     * @param kinds of keys, by their COSE numbers
     * @param known passkeys that they have, of which none is made twice
     */
    public record Sheet(String challenge, String house, String user, String kinds, String known) {}

    @GetMapping(PasskeyController.PAGE + "/offers/{id}")
    String show(@PathVariable UUID id, Person owner, Model model, RedirectAttributes flash) {
        Optional<PasskeyOffer> offered = passkeys.offered(id, owner);
        if (offered.isEmpty()) {
            flash.addFlashAttribute("warned", "Your five minutes are over. Start again.");
            return "redirect:" + PasskeyController.PAGE;
        }
        model.addAttribute("offer", offered.get());
        model.addAttribute("sheet", sheet(offered.get(), rows.inForce(owner.id())));
        return "identity/new-passkey";
    }

    @PostMapping(PasskeyController.PAGE + "/offers/{id}")
    String enrol(@PathVariable UUID id, Person owner, HttpServletRequest request, RedirectAttributes flash) {
        Passkey passkey = passkeys.enrol(id, owner, attestation(request));
        flash.addFlashAttribute(
                "said", "“%s” is enrolled. From now on you sign your decisions with it.".formatted(passkey.label()));
        return "redirect:" + PasskeyController.PAGE;
    }

    private Sheet sheet(PasskeyOffer offer, List<Passkey> known) {
        byte[] user = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(offer.id().getMostSignificantBits())
                .putLong(offer.id().getLeastSignificantBits())
                .array();
        return new Sheet(
                offer.challenge().text(),
                house.id(),
                Base64Url.of(user).text(),
                house.kinds().stream().map(String::valueOf).collect(Collectors.joining(" ")),
                SigningSheet.credentials(known));
    }

    private static Attestation attestation(HttpServletRequest request) {
        var object = SessionSignature.field(request, "attestation");
        var clientData = SessionSignature.field(request, "clientData");
        if (object.isEmpty() || clientData.isEmpty()) {
            throw Refusal.invalid("identity.passkey-missing")
                    .cannot("add a passkey")
                    .because("your browser sent none")
                    .instead("Allow scripts for this page, and begin again.");
        }
        return new Attestation(object.get(), clientData.get(), transports(request.getParameter("_passkey.transports")));
    }

    /** In the browser's words, which only help it to find the passkey again. */
    private static Set<String> transports(@Nullable String typed) {
        return Arrays.stream(typed == null ? new String[0] : typed.split(","))
                .filter(word -> word.matches("[a-z-]{1,20}"))
                .limit(MOST_TRANSPORTS)
                .collect(Collectors.toUnmodifiableSet());
    }
}
