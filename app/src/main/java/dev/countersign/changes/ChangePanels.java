package dev.countersign.changes;

import dev.countersign.changes.ChangePanel.Place;
import dev.countersign.identity.Person;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What every module has to say of a change, in order. */
@Component
public class ChangePanels {

    /** One module's part, ready for the template. */
    public record Part(String fragment, Object content) {}

    private final List<ChangePanel> panels;

    ChangePanels(List<ChangePanel> panels) {
        this.panels = panels.stream()
                .sorted(Comparator.comparingInt(ChangePanel::order))
                .toList();
    }

    public List<Part> of(Change change, Person reader, Place place) {
        return parts(panels.stream().filter(panel -> panel.place() == place), change, reader);
    }

    /** What was found wrong, or might have been, by the checks and by people: an author answers it. */
    public List<Part> findings(Change change, Person reader) {
        return parts(
                panels.stream().filter(panel -> panel.place() == Place.CHECKS || panel.place() == Place.CONVERSATION),
                change,
                reader);
    }

    private static List<Part> parts(Stream<ChangePanel> panels, Change change, Person reader) {
        return panels.flatMap(panel ->
                        panel.content(change, reader).stream().map(content -> new Part(panel.fragment(), content)))
                .toList();
    }
}
