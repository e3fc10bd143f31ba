package dev.countersign.identity.web;

import dev.countersign.identity.Salvaged;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives a controller what somebody typed on its page before their session ended, and tells the person. */
class SalvagedArgument implements HandlerMethodArgumentResolver {

    static final String WORDS = "Your session had ended; nothing was submitted. Check it and send it again.";

    private final SalvageStore store;

    SalvagedArgument(SalvageStore store) {
        this.store = store;
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
        var salvaged = store.claim(Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
        if (model != null && !salvaged.isEmpty()) {
            model.addAttribute("warned", WORDS);
        }
        return salvaged;
    }
}
