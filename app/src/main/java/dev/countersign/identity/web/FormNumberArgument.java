package dev.countersign.identity.web;

import dev.countersign.identity.FormNumber;
import dev.countersign.refusals.Refusal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives a controller the number of the form that was sent; without one nobody could tell whether it was sent before. */
class FormNumberArgument implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == FormNumber.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer model,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        String typed = request.getParameter(FormNumber.FIELD);
        try {
            return new FormNumber(UUID.fromString(typed == null ? "" : typed));
        } catch (IllegalArgumentException none) {
            throw Refusal.invalid(
                    "identity.form-without-number",
                    "Expected to take a form with its number, but there is none.",
                    "Open the page anew and send its form.");
        }
    }
}
