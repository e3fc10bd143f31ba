package dev.countersign.identity.sheets;

import dev.countersign.forms.Answers;
import dev.countersign.forms.Forms;
import dev.countersign.forms.Problem;
import dev.countersign.forms.Reading;
import dev.countersign.identity.FormNumber;
import dev.countersign.identity.People;
import dev.countersign.identity.Person;
import dev.countersign.identity.SentForms;
import dev.countersign.identity.sheets.Result.Done;
import dev.countersign.identity.sheets.Result.Flawed;
import dev.countersign.identity.sheets.Result.Overtaken;
import dev.countersign.refusals.Permission;
import dev.countersign.refusals.Permission.Denied;
import dev.countersign.refusals.Permission.Granted;
import dev.countersign.refusals.Refusal;
import dev.countersign.refusals.Told;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.ui.Model;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * A form that somebody sent. A controller takes it as an argument of its POST method and says which sheet it is, whether
 * they may, and what to do; reading, refusing, showing it again and a second press of the button are the same everywhere.
 */
public final class Sent {

    private final Forms forms;
    private final SentForms before;
    private final People people;
    private final Person person;
    private final FormNumber number;
    private final Map<String, List<String>> typed;
    private final Model model;
    private final HttpServletRequest request;
    private final HttpServletResponse response;

    public Sent(
            Forms forms,
            SentForms before,
            People people,
            Person person,
            FormNumber number,
            Map<String, List<String>> typed,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        this.forms = forms;
        this.before = before;
        this.people = people;
        this.person = person;
        this.number = number;
        this.typed = typed;
        this.model = model;
        this.request = request;
        this.response = response;
    }

    /** The same for what everybody may do who may send it. */
    public String carryOut(Sheet sheet, Function<Answers, Result> deed) {
        return carryOut(sheet, new Granted(), deed);
    }

    /**
     * Does it once: what was carried out before leads where it led then. Who has no right to it sees the page that says
     * so; any other refusal comes back with the form and all that was typed.
     */
    public String carryOut(Sheet sheet, Permission permission, Function<Answers, Result> deed) {
        Optional<Done> done = before.ledTo(person, number).map(Done::of);
        if (done.isPresent()) {
            return goOn(done.get());
        }
        permission.demandRight();
        Reading sent = sheet.read(forms, typed);
        if (permission instanceof Denied(Refusal refusal)) {
            return refused(sheet, sent, refusal);
        }
        if (sent.isUnfinished()) {
            response.setStatus(sent.status());
            return sheet.page().with(sent.view(), model);
        }
        try {
            return answer(sheet, sent, once(() -> deed.apply(sent.answers())));
        } catch (Refusal refusal) {
            return refused(sheet, sent, refusal);
        }
    }

    private Result once(Supplier<Result> deed) {
        return before.once(
                person,
                number,
                deed,
                result -> result instanceof Done done ? Optional.of(done.noted()) : Optional.empty(),
                Done::of);
    }

    private String answer(Sheet sheet, Reading sent, Result result) {
        return switch (result) {
            case Done done -> goOn(done);
            case Overtaken(String warning) -> {
                model.addAttribute("warned", warning);
                response.setStatus(Refusal.Kind.CONFLICT.status());
                yield sheet.page().with(sent.view(), model);
            }
            case Flawed(List<Problem> problems) -> flawed(sheet, sent, problems);
        };
    }

    private String refused(Sheet sheet, Reading sent, Refusal refusal) {
        Optional<String> place = sheet.place(refusal);
        if (place.isPresent()) {
            Told told = people.tell(refusal, Optional.of(person.id()));
            return flawed(sheet, sent, List.of(Problem.at(place.get(), told.reason() + " " + told.wayOut())));
        }
        model.addAttribute("refused", refusal);
        response.setStatus(refusal.status());
        return sheet.page().with(sent.view(), model);
    }

    private String flawed(Sheet sheet, Reading sent, List<Problem> problems) {
        response.setStatus(Refusal.Kind.INVALID.status());
        return sheet.page().with(sent.view(problems), model);
    }

    private String goOn(Done done) {
        RequestContextUtils.getOutputFlashMap(request).put("said", done.said());
        return "redirect:" + done.page();
    }
}
