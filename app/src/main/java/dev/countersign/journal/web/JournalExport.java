package dev.countersign.journal.web;

import dev.countersign.forms.Chosen;
import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.Role;
import dev.countersign.journal.Actors;
import dev.countersign.journal.Entry;
import dev.countersign.journal.History;
import dev.countersign.journal.Search;
import dev.countersign.journal.Withholding;
import dev.countersign.refusals.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Hands the record out as files, however long it is: batch by batch, never all in memory. */
@Controller
@AllowedTo({Role.AUDITOR, Role.VP, Role.DIRECTOR})
class JournalExport {

    private final History history;
    private final Actors actors;
    private final List<Withholding> withholdings;
    private final Clock clock;

    JournalExport(History history, Actors actors, List<Withholding> withholdings, Clock clock) {
        this.history = history;
        this.actors = actors;
        this.withholdings = withholdings;
        this.clock = clock;
    }

    @GetMapping("/journal.csv")
    void csv(@ModelAttribute Filter filter, HttpServletResponse response) throws IOException {
        Search search = understood(filter);
        try (Writer out = start(response, "text/csv", "csv");
                CsvFile file = new CsvFile(out, this::isWithheld)) {
            history.each(search, file::add);
        }
    }

    @GetMapping("/journal.json")
    void json(@ModelAttribute Filter filter, HttpServletResponse response) throws IOException {
        Search search = understood(filter);
        try (Writer out = start(response, "application/json", "json");
                JsonFile file = new JsonFile(out, this::isWithheld)) {
            history.each(search, file::add);
        }
    }

    private boolean isWithheld(Entry entry) {
        return withholdings.stream().anyMatch(one -> one.withholds(entry));
    }

    private Search understood(Filter filter) {
        Chosen.among("a kind of entry", filter.kinds(), history.kinds(), kind -> kind);
        filter.problems().values().stream().findFirst().ifPresent(problem -> {
            throw Refusal.invalid("journal.unreadable-filter")
                    .cannot("export this")
                    .because("a day of the filter can't be read")
                    .instead("%s", problem);
        });
        return filter.search(actors.meant(filter.people()));
    }

    private Writer start(HttpServletResponse response, String type, String ending) throws IOException {
        String day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
        response.setContentType(type + ";charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"countersign-journal-%s.%s\"".formatted(day, ending));
        return new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8), 1 << 16);
    }
}
