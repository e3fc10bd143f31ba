package dev.countersign.desk.web;

import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.Role;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Says how a change goes to production and what each word means. */
@Controller
@AllowedTo({Role.ENGINEER, Role.REVIEWER, Role.DIRECTOR, Role.VP, Role.AUDITOR, Role.SYSTEM_OWNER})
class HelpController {

    @GetMapping("/help")
    String help() {
        return "desk/help";
    }
}
