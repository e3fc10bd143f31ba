package dev.countersign.changes.web;

import dev.countersign.changes.Change;
import dev.countersign.changes.Hold;
import dev.countersign.changes.Holds;
import dev.countersign.identity.People;
import dev.countersign.identity.PersonId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts on top of every page about a change that it is held: every page that has one in its model as `change`. */
@Component
class HeldNotice implements WebMvcConfigurer, HandlerInterceptor {

    /** What the notice says. */
    record Shown(String change, String person, Hold hold) {}

    private final Holds holds;
    private final People people;

    HeldNotice(Holds holds, People people) {
        this.holds = holds;
        this.people = people;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(this);
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page != null && page.getModel().get("change") instanceof Change change) {
            holds.stopping(change).ifPresent(hold -> page.addObject("heldNotice", shown(hold)));
        }
    }

    private Shown shown(Hold hold) {
        PersonId by = hold.by();
        return new Shown(hold.change().value(), people.names(Set.of(by)).apply(by), hold);
    }
}
