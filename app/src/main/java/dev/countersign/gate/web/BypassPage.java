package dev.countersign.gate.web;

import dev.countersign.changes.Change;
import dev.countersign.changes.StatusBadge;
import dev.countersign.gate.Bypass;
import dev.countersign.gate.Bypass.Account;
import dev.countersign.gate.Bypasses;
import dev.countersign.gate.Deployment;
import dev.countersign.gate.Documenting;
import dev.countersign.gate.ReasonLines;
import dev.countersign.gate.ReasonLines.ReasonLine;
import dev.countersign.identity.People;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.journal.Stories;
import dev.countersign.refusals.Permission.Denied;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** All that is on the page of a case. */
@Component
class BypassPage {

    /** One report as it is read. */
    record Report(
            String person, Instant at, String note, String environment, String stated, List<ReasonLine> deviations) {}

    /** What somebody said. */
    record Said(
            String person,
            Instant at,
            String words,
            String way,
            @Nullable Instant revertedAt) {}

    /** A change that is to document it. */
    record Document(String id, String title, StatusBadge badge) {

        static Document of(Change change) {
            return new Document(
                    change.id().value(),
                    change.current().isPresent() ? change.title() : "Still being written",
                    StatusBadge.of(change.status()));
        }
    }

    private final Bypasses bypasses;
    private final Documenting documenting;
    private final BypassRowList rows;
    private final ReasonLines reasons;
    private final Stories stories;
    private final People people;

    BypassPage(
            Bypasses bypasses,
            Documenting documenting,
            BypassRowList rows,
            ReasonLines reasons,
            Stories stories,
            People people) {
        this.bypasses = bypasses;
        this.documenting = documenting;
        this.rows = rows;
        this.reasons = reasons;
        this.stories = stories;
        this.people = people;
    }

    /** Its template, with all of it but the form. */
    String show(Bypass bypass, Person reader, Model model) {
        List<Deployment> reports = bypasses.reports(bypass.id());
        List<Account> accounts = bypasses.accounts(bypass.id());
        var names = people.names(Stream.concat(
                        reports.stream().map(Deployment::reportedBy),
                        accounts.stream().map(Account::by))
                .collect(Collectors.toSet()));
        model.addAttribute("bypass", bypass);
        model.addAttribute("row", rows.of(List.of(bypass)).getFirst());
        model.addAttribute("change", bypass.change().orElse(null));
        model.addAttribute(
                "reports", reports.stream().map(one -> report(one, names)).toList());
        model.addAttribute(
                "accounts", accounts.stream().map(one -> said(one, names)).toList());
        model.addAttribute(
                "documents",
                documenting.of(bypass.id()).stream().map(Document::of).toList());
        model.addAttribute("mayDocument", documenting.toBegin(bypass, reader).granted());
        model.addAttribute(
                "why",
                bypass.isOpen() && bypasses.toExplain(bypass, reader) instanceof Denied(var refusal) ? refusal : null);
        model.addAttribute("story", stories.of(bypass.id().stream()));
        return "gate/bypass";
    }

    private Report report(Deployment one, Function<PersonId, String> names) {
        return new Report(
                names.apply(one.reportedBy()),
                one.deployedAt(),
                one.report().note(),
                one.report().environment().name().toLowerCase(Locale.ROOT),
                one.report().change(),
                reasons.of(one.deviations()));
    }

    private static Said said(Account one, Function<PersonId, String> names) {
        return new Said(
                names.apply(one.by()),
                one.at(),
                one.words(),
                one.way().words(),
                one.revertedAt().orElse(null));
    }
}
