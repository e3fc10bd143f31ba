package dev.countersign.policy.web;

import dev.countersign.forms.Answers;
import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.identity.sheets.Opened;
import dev.countersign.identity.sheets.Result.Done;
import dev.countersign.identity.sheets.Sent;
import dev.countersign.policy.Addenda;
import dev.countersign.policy.Addendum;
import dev.countersign.policy.AddendumId;
import dev.countersign.policy.Choice;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of one addendum, on which a second leader says yes or no to it or to moving its end. */
@Controller
class AddendumController {

    private final Addenda addenda;
    private final AddendumPage page;

    AddendumController(Addenda addenda, AddendumPage page) {
        this.addenda = addenda;
        this.page = page;
    }

    @GetMapping("/policy/addenda/{id}")
    @AllowedTo({Role.ENGINEER, Role.REVIEWER, Role.DIRECTOR, Role.VP, Role.AUDITOR, Role.SYSTEM_OWNER})
    String read(@PathVariable String id, Person reader, Opened opened) {
        Addendum addendum = addenda.get(new AddendumId(id));
        return opened.show(page.asking(addendum, page.asks(addendum, reader), reader));
    }

    /** The form says which amendment it was about: by now another one may wait. */
    @PostMapping("/policy/addenda/{id}/decision")
    @AllowedTo({Role.VP, Role.DIRECTOR})
    String decide(
            @PathVariable String id,
            @RequestParam("_amendment") Optional<Integer> amendment,
            Person leader,
            Sent sent) {
        Addendum addendum = addenda.get(new AddendumId(id));
        String form = amendment.isPresent() ? AddendumPage.AMENDMENT_FORM : AddendumPage.FORM;
        return sent.carryOut(
                page.asking(addendum, form, leader),
                page.toAnswer(addendum, amendment, leader),
                said -> new Done("/policy/addenda/" + id, decide(addendum.id(), amendment, leader, said)));
    }

    /** What comes after an end that is near; an extension becomes a proposal that another leader has to approve. */
    @PostMapping("/policy/addenda/{id}/choice")
    @AllowedTo(Role.VP)
    String choose(@PathVariable String id, Person leader, Sent sent) {
        Addendum addendum = addenda.get(new AddendumId(id));
        return sent.carryOut(
                page.asking(addendum, AddendumPage.CHOICE_FORM, leader),
                page.toChoose(addendum, leader),
                said -> new Done("/policy/addenda/" + id, choose(addendum, leader, said)));
    }

    private String choose(Addendum addendum, Person leader, Answers said) {
        String reason = said.text("reason");
        if (said.text("choice").equals("extend")) {
            addenda.amend(addendum.id(), said.day("newEndsOn").map(AmendmentController::endOf), reason, leader);
            return "The extension is proposed. Another VP or director has to approve it.";
        }
        Choice.Kind kind =
                said.text("choice").equals("let-expire") ? Choice.Kind.LET_EXPIRE : Choice.Kind.MAKE_PERMANENT;
        addenda.choose(addendum.id(), kind, leader, reason);
        return kind == Choice.Kind.LET_EXPIRE
                ? "It is on the record: it expires by itself."
                : "It is on the record. A draft of the policy takes it over; two leaders have to approve that.";
    }

    private String decide(AddendumId id, Optional<Integer> amendment, Person leader, Answers said) {
        boolean approves = said.text("decision").equals("approve");
        String words = said.text(approves ? "comment" : "reason");
        if (amendment.isPresent()) {
            Addendum moved = addenda.decideAmendment(id, amendment.get(), leader, approves, words);
            return moved.amendment().isPresent()
                    ? "It is approved. A third leader has to countersign it."
                    : approves ? "Its end is moved." : "Its end stays where it is.";
        }
        Addendum decided = addenda.decide(id, leader, approves, words);
        return approves
                ? decided.startsOn().isEmpty() ? "It is in force from this moment." : "It is approved."
                : "It is declined.";
    }
}
