package dev.countersign.identity.web;

import dev.countersign.identity.FormNumber;
import dev.countersign.refusals.Refusal;
import dev.countersign.spelling.Sha256;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives a controller the number of the form that was sent; without one nobody could tell whether it was sent before. */
class FormNumberArgument implements HandlerMethodArgumentResolver {

    /** What a page writes into a form says nothing of what somebody typed. */
    private static final Set<String> OF_THE_PAGE = Set.of(FormNumber.FIELD, "_csrf", Salvage.PAGE_FIELD);

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
            return new FormNumber(UUID.fromString(typed == null ? "" : typed), said(request.getParameterMap()));
        } catch (IllegalArgumentException none) {
            throw Refusal.invalid("identity.form-without-number")
                    .cannot("send this form")
                    .because("its hidden number is missing")
                    .instead("Open the page again and send its form.");
        }
    }

    private static String said(Map<String, String[]> fields) {
        var own = new TreeMap<>(fields);
        own.keySet().removeAll(OF_THE_PAGE);
        var words = new StringBuilder();
        own.forEach((name, values) ->
                words.append(name).append(Arrays.toString(lengths(values))).append(String.join("", values)));
        return Sha256.hex(words.toString());
    }

    /** Without them two answers could run together into the words of one. */
    private static int[] lengths(String[] values) {
        return Arrays.stream(values).mapToInt(String::length).toArray();
    }
}
