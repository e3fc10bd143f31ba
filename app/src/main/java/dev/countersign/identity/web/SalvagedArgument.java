package dev.countersign.identity.web;

import dev.countersign.identity.Salvaged;
import dev.countersign.identity.Salvaged.Why;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives a controller what somebody had sent from its page in vain, and tells the person why. */
class SalvagedArgument implements HandlerMethodArgumentResolver {

    private final SalvageStore store;
    private final ObjectProvider<SigningSheets> sheets;

    SalvagedArgument(SalvageStore store, ObjectProvider<SigningSheets> sheets) {
        this.store = store;
        this.sheets = sheets;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Salvaged.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer model,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var page = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
        var salvaged = store.handOut(page);
        if (model != null && salvaged.why() != Why.NOTHING_SENT) {
            model.addAttribute("warned", salvaged.why().words());
            model.addAttribute("confirming", salvaged.why() == Why.CONFIRMED);
        }
        if (model != null && salvaged.why().isToSign()) {
            sheets.getObject().of(page).ifPresent(sheet -> model.addAttribute("signing", sheet));
        }
        return salvaged;
    }
}
