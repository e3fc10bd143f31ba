package dev.countersign.registry.web;

import dev.countersign.registry.Facts;
import dev.countersign.registry.files.BackstageWriter;
import dev.countersign.registry.files.CsvWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Hands the whole registry out as a file that can be imported again. */
@Component
class ExportFiles {

    private final Facts facts;

    ExportFiles(Facts facts) {
        this.facts = facts;
    }

    void csv(HttpServletResponse response) throws IOException {
        try (Writer out = start(response, "text/csv", "countersign-registry.csv")) {
            CsvWriter.write(facts.everything(), out);
        }
    }

    /** Without the mark spreadsheets take UTF-8 for another encoding, and save what they misread. */
    void csvForSpreadsheets(HttpServletResponse response) throws IOException {
        try (Writer out = start(response, "text/csv", "countersign-registry.csv")) {
            out.write('\uFEFF');
            CsvWriter.write(facts.everything(), out);
        }
    }

    void backstage(HttpServletResponse response) throws IOException {
        try (Writer out = start(response, "application/yaml", "catalog-info.yaml")) {
            BackstageWriter.write(facts.everything(), out);
        }
    }

    private static Writer start(HttpServletResponse response, String type, String name) throws IOException {
        response.setContentType(type + ";charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s\"".formatted(name));
        return new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8), 1 << 16);
    }
}
