package dev.countersign.changes.web;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.Typing;
import dev.countersign.identity.FormNumber;
import dev.countersign.identity.Person;
import dev.countersign.identity.Salvaged;
import dev.countersign.refusals.Refusal;
import dev.countersign.spelling.Excerpt;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Brings back what somebody had typed into the form of a change when they come to it again. */
@Component
class UnsentChanges {

    static final String NEW = "/changes/new";

    private static final String VERSION = "_version";
    private static final Pattern PAGE = Pattern.compile("/changes/(new|(?<change>CHG-\\d{6,12})/edit)");
    private static final Set<String> OF_THE_PAGE =
            Set.of("_csrf", "_page", "_do", "_add", "_remove", "_refresh", "_preset", "_void");

    private final Typing typing;

    UnsentChanges(Typing typing) {
        this.typing = typing;
    }

    static String page(ChangeId id) {
        return "/changes/" + id + "/edit";
    }

    /** Whose form it is; empty if of none that was begun. */
    static Optional<ChangeId> change(String page) {
        return Optional.of(PAGE.matcher(page))
                .filter(Matcher::matches)
                .map(form -> form.group("change"))
                .map(ChangeId::new);
    }

    /** Only forms of changes are kept here. */
    static String demand(String page) {
        if (!PAGE.matcher(page).matches()) {
            throw Refusal.invalid("changes.no-such-form")
                    .cannot("save what you type")
                    .because("'%s' is not the form of a change", Excerpt.of(page, 80))
                    .instead("Open the form again.");
        }
        return page;
    }

    /** Keeps it, unless it is too long. */
    boolean keep(Person author, String page, Map<String, List<String>> typed) {
        var fields = new LinkedHashMap<>(typed);
        Optional<UUID> form = form(fields.remove(FormNumber.FIELD));
        fields.keySet().removeAll(OF_THE_PAGE);
        return typing.keep(author.id(), page, fields, form);
    }

    void forget(Person author, String page) {
        typing.forget(author.id(), page);
    }

    /** What a form says that was sent, or else what was typed in it before and never sent. */
    Salvaged restored(Person author, String page, Salvaged salvaged, Model model) {
        if (!salvaged.isEmpty()) {
            return salvaged;
        }
        Optional<Typing.Typed> kept = typing.of(author.id(), page);
        kept.ifPresent(typed -> model.addAttribute("typedAt", typed.at()));
        return kept.map(typed -> new Salvaged(typed.fields(), Salvaged.Why.NOTHING_SENT))
                .orElse(salvaged);
    }

    /** Whether somebody else saved the change after this was typed: sending it would undo what they wrote. */
    static boolean isOvertaken(Salvaged salvaged, Change change) {
        return Optional.ofNullable(salvaged.fields().get(VERSION))
                .filter(typedOn -> !typedOn.contains(Long.toString(change.version())))
                .isPresent();
    }

    private static Optional<UUID> form(@Nullable List<String> typed) {
        try {
            return Optional.ofNullable(typed).map(List::getFirst).map(UUID::fromString);
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
