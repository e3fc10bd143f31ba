package dev.countersign.identity.web;

import dev.countersign.identity.FormNumber;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.web.servlet.support.RequestDataValueProcessor;

/** Writes a number of its own into each form that changes something, beside its CSRF token. */
record NumberedForms(RequestDataValueProcessor tokens) implements RequestDataValueProcessor {

    static BeanPostProcessor around() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof RequestDataValueProcessor tokens ? new NumberedForms(tokens) : bean;
            }
        };
    }

    @Override
    public String processAction(HttpServletRequest request, String action, String method) {
        return tokens.processAction(request, action, method);
    }

    @Override
    public String processFormFieldValue(HttpServletRequest request, @Nullable String name, String value, String type) {
        return tokens.processFormFieldValue(request, name, value, type);
    }

    /** A form without a token only asks. */
    @Override
    public @Nullable Map<String, String> getExtraHiddenFields(HttpServletRequest request) {
        Map<String, String> hidden = tokens.getExtraHiddenFields(request);
        if (hidden == null || hidden.isEmpty()) {
            return hidden;
        }
        var numbered = new LinkedHashMap<>(hidden);
        numbered.put(FormNumber.FIELD, FormNumber.fresh().value().toString());
        return numbered;
    }

    @Override
    public String processUrl(HttpServletRequest request, String url) {
        return tokens.processUrl(request, url);
    }
}
