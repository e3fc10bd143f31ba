package dev.countersign.identity.web;

import dev.countersign.forms.Forms;
import dev.countersign.identity.FormNumber;
import dev.countersign.identity.People;
import dev.countersign.identity.Person;
import dev.countersign.identity.Salvaged;
import dev.countersign.identity.SentForms;
import dev.countersign.identity.sheets.Opened;
import dev.countersign.identity.sheets.Sent;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.ui.Model;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives a controller a form that was opened or sent, with all that it takes to show it again. */
class SheetArguments implements HandlerMethodArgumentResolver {

    private final PersonArgument people;
    private final SalvagedArgument salvages;
    private final FormNumberArgument numbers;
    private final ObjectProvider<Forms> forms;
    private final ObjectProvider<SentForms> before;
    private final ObjectProvider<People> names;

    SheetArguments(
            PersonArgument people,
            SalvagedArgument salvages,
            FormNumberArgument numbers,
            ObjectProvider<Forms> forms,
            ObjectProvider<SentForms> before,
            ObjectProvider<People> names) {
        this.people = people;
        this.salvages = salvages;
        this.numbers = numbers;
        this.forms = forms;
        this.before = before;
        this.names = names;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Opened.class || parameter.getParameterType() == Sent.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var model = (Model) Objects.requireNonNull(container).getModel();
        if (parameter.getParameterType() == Opened.class) {
            var salvaged = (Salvaged) salvages.resolveArgument(parameter, container, request, binders);
            return new Opened(forms.getObject(), salvaged, model);
        }
        var sent = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
        return new Sent(
                forms.getObject(),
                before.getObject(),
                names.getObject(),
                (Person) people.resolveArgument(parameter, container, request, binders),
                (FormNumber) numbers.resolveArgument(parameter, container, request, binders),
                SentFields.of(sent),
                model,
                sent,
                Objects.requireNonNull(request.getNativeResponse(HttpServletResponse.class)));
    }
}
