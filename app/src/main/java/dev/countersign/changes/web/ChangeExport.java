package dev.countersign.changes.web;

import dev.countersign.changes.ChangeList;
import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.People;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.refusals.Refusal;
import dev.countersign.registry.Systems;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Hands the list out as a file, as it is filtered and sorted on the page: batch by batch, never all in memory. */
@Controller
@AllowedTo({Role.ENGINEER, Role.REVIEWER, Role.DIRECTOR, Role.VP, Role.AUDITOR, Role.SYSTEM_OWNER})
class ChangeExport {

    /** Whoever wants more wants the record, which auditors export. */
    static final int MOST = 10_000;

    private final ChangeList list;
    private final SearchReading searches;
    private final People people;
    private final Systems systems;
    private final Clock clock;

    ChangeExport(ChangeList list, SearchReading searches, People people, Systems systems, Clock clock) {
        this.list = list;
        this.searches = searches;
        this.people = people;
        this.systems = systems;
        this.clock = clock;
    }

    @GetMapping("/changes.csv")
    void csv(Person reader, @ModelAttribute Asked asked, HttpServletResponse response) throws IOException {
        ChangeSearch search = searches.read(asked, reader);
        search.problems().stream().findFirst().ifPresent(problem -> {
            throw Refusal.invalid("changes.unreadable-search")
                    .cannot("export this list")
                    .because("a part of the search can't be read")
                    .instead("%s", problem);
        });
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s\"".formatted(name()));
        var out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        try (var file = new ChangesFile(new BufferedWriter(out, 1 << 16))) {
            int told = list.each(
                    search.filter(),
                    search.order(),
                    reader,
                    MOST,
                    changes -> file.add(changes, ListNames.of(changes, people, systems)));
            if (told == MOST) {
                file.endsAt(MOST);
            }
        }
    }

    private String name() {
        return "countersign-changes-%s.csv".formatted(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }
}
