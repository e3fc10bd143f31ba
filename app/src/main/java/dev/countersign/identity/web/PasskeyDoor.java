package dev.countersign.identity.web;

import dev.countersign.identity.PasskeyNeeded;
import dev.countersign.identity.SignatureRequest;
import dev.countersign.identity.Signatures;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Brings somebody whose decision takes a signature back to their form, which now has what there is to sign. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class PasskeyDoor {

    private final Signatures signatures;
    private final Salvage salvage;

    PasskeyDoor(Signatures signatures, Salvage salvage) {
        this.signatures = signatures;
        this.salvage = salvage;
    }

    @ExceptionHandler
    @Nullable
    Object askToSign(PasskeyNeeded needed, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String path = PageRequest.path(request);
        if (PageRequest.isForApi(path)) {
            return Mishap.of(
                            403,
                            "identity.passkey-needed",
                            "You can't decide this by a token: you have a passkey, and it takes its signature.",
                            "Decide on the page, which asks for it.")
                    .answer(path);
        }
        SignatureRequest asked = signatures.ask(needed.person(), needed.deed());
        new SignatureUnderWay(asked.id().toString(), path).keep(request.getSession());
        salvage.keepUntilSigned(request, response);
        return null;
    }
}
