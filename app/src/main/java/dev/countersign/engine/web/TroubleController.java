package dev.countersign.engine.web;

import dev.countersign.engine.Troubles;
import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.refusals.Refusal;
import dev.countersign.spelling.Excerpt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How PostgreSQL and Camunda get on, for those who look after them. */
@Controller
@AllowedTo({Role.AUDITOR, Role.SYSTEM_OWNER})
class TroubleController {

    private static final Logger LOG = LoggerFactory.getLogger(TroubleController.class);
    private static final String PAGE = "/engine";

    private final Troubles troubles;

    TroubleController(Troubles troubles) {
        this.troubles = troubles;
    }

    @GetMapping(PAGE)
    String look(Person reader, Model model) {
        model.addAttribute("lost", troubles.lost().toMinutes());
        model.addAttribute("isLost", !troubles.lost().isZero());
        model.addAttribute("waiting", troubles.waiting());
        model.addAttribute("failing", troubles.failing());
        model.addAttribute("anew", troubles.begunAnew());
        model.addAttribute("mayAct", reader.has(Role.SYSTEM_OWNER));
        return "engine/troubles";
    }

    /** Nothing is decided by it: the process finds by itself where PostgreSQL has its subject. */
    @PostMapping(PAGE + "/{subject}/anew")
    @AllowedTo(Role.SYSTEM_OWNER)
    String beginAnew(@PathVariable String subject, Person operator, RedirectAttributes flash) {
        if (troubles.beginAnew(subject).isEmpty()) {
            throw Refusal.conflict("engine.no-process")
                    .cannot("restart the process of %s", Excerpt.of(subject, 40))
                    .because("no process of it is running")
                    .instead("Look at the list again. It may have ended meanwhile.");
        }
        LOG.warn("{} has the process of {} begin anew", operator.id(), subject);
        flash.addFlashAttribute(
                "said", "The process of " + subject + " is restarted where it stood. Decisions are not affected.");
        return "redirect:" + PAGE;
    }
}
