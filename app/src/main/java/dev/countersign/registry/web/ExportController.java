package dev.countersign.registry.web;

import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Lets people take the registry along as a file. */
@Controller
@AllowedTo({Role.ENGINEER, Role.REVIEWER, Role.DIRECTOR, Role.VP, Role.AUDITOR, Role.SYSTEM_OWNER})
class ExportController {

    private final ExportFiles files;

    ExportController(ExportFiles files) {
        this.files = files;
    }

    @GetMapping("/registry/export.csv")
    void csv(HttpServletResponse response) throws IOException {
        files.csvForSpreadsheets(response);
    }

    @GetMapping("/registry/catalog-info.yaml")
    void backstage(HttpServletResponse response) throws IOException {
        files.backstage(response);
    }
}
