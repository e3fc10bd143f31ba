package dev.countersign.gate.web;

import dev.countersign.changes.ChangeId;
import dev.countersign.gate.SecondKey;
import dev.countersign.gate.SecondKeys;
import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lets a second person turn the key for an execution. */
@Controller
@AllowedTo({Role.REVIEWER, Role.DIRECTOR, Role.VP})
class KeyController {

    private final SecondKeys keys;

    KeyController(SecondKeys keys) {
        this.keys = keys;
    }

    @PostMapping("/gate/keys/{id}")
    String turn(@PathVariable String id, Person person, RedirectAttributes flash) {
        SecondKey key = keys.turn(new ChangeId(id), person);
        flash.addFlashAttribute("said", "The key is turned. It counts until %s.".formatted(key.until()));
        return "redirect:/changes/" + id;
    }
}
