package dev.countersign.desk.web;

import dev.countersign.desk.Sunset;
import dev.countersign.desk.Sunsets;
import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.Role;
import dev.countersign.policy.AddendumId;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Shows and hands out what an addendum cost and what it stopped. */
@Controller
@AllowedTo({Role.ENGINEER, Role.REVIEWER, Role.DIRECTOR, Role.VP, Role.AUDITOR, Role.SYSTEM_OWNER})
class SunsetController {

    private final Sunsets sunsets;

    SunsetController(Sunsets sunsets) {
        this.sunsets = sunsets;
    }

    @GetMapping("/policy/addenda/{id}/report")
    String report(@PathVariable String id, Model model) {
        Sunset sunset = sunsets.of(new AddendumId(id));
        model.addAttribute("sunset", sunset);
        model.addAttribute(
                "controls", sunset.controls().stream().map(ControlRow::of).toList());
        return "desk/sunset";
    }

    @GetMapping("/policy/addenda/{id}/report.csv")
    void csv(@PathVariable String id, HttpServletResponse response) throws IOException {
        Sunset sunset = sunsets.of(new AddendumId(id));
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s-report.csv\"".formatted(id));
        SunsetFile.write(sunset, response.getWriter());
    }
}
