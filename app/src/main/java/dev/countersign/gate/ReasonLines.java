package dev.countersign.gate;

import dev.countersign.identity.People;
import dev.countersign.identity.PersonId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts reasons into the words of a page, with the names of people. */
@Component
public class ReasonLines {

    /** A reason as it is read. */
    public record ReasonLine(String code, String words, String expected, String actual, String wayOut) {}

    private final People people;

    ReasonLines(People people) {
        this.people = people;
    }

    public List<ReasonLine> of(Collection<Reason> reasons) {
        var named = people.names(reasons.stream()
                .flatMap(reason -> reason.actual().people().stream())
                .map(PersonId::recorded)
                .collect(Collectors.toSet()));
        UnaryOperator<String> names = People.namesFor(Optional.empty(), named);
        return reasons.stream()
                .map(reason -> new ReasonLine(
                        reason.code(),
                        reason.words(),
                        reason.expected(),
                        reason.actual().text(names),
                        reason.wayOut()))
                .toList();
    }
}
