package dev.countersign.desk;

import dev.countersign.desk.Control.Kind;
import dev.countersign.desk.SunsetRows.Said;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The verdicts on some changes, looked at for what one control cost and stopped. */
final class Voices {

    private static final String REVIEWER = "REVIEWER";

    private final List<List<Said>> revisions;

    /** They come in the order in which they were given. */
    Voices(List<Said> verdicts) {
        Map<String, List<Said>> all = new LinkedHashMap<>();
        verdicts.forEach(said -> all.computeIfAbsent(said.change() + "/" + said.revision(), _ -> new ArrayList<>())
                .add(said));
        this.revisions = List.copyOf(all.values());
    }

    Control second(int asked) {
        return control(Kind.SECOND_REVIEW, asked, said -> {
            List<Said> reviews =
                    said.stream().filter(one -> one.duty().equals(REVIEWER)).toList();
            return reviews.size() < 2 ? Optional.empty() : Optional.of(new Step(reviews.get(0), reviews.get(1)));
        });
    }

    Control director(int asked) {
        return control(Kind.DIRECTOR, asked, said -> after(said, "DIRECTOR"));
    }

    Control vp(int asked) {
        return control(Kind.VP, asked, said -> after(said, "VP"));
    }

    /** One voice, and the one that it followed. */
    private record Step(Said before, Said voice) {
        Duration waited() {
            return Duration.between(before.at(), voice.at());
        }

        boolean stops() {
            return before.approves() && !voice.approves();
        }
    }

    private interface Seat {
        Optional<Step> find(List<Said> revision);
    }

    private Control control(Kind kind, int asked, Seat seat) {
        List<Step> steps =
                revisions.stream().flatMap(said -> seat.find(said).stream()).toList();
        Set<String> people = new HashSet<>();
        steps.forEach(step -> people.add(step.voice().person()));
        Set<String> stopped = new HashSet<>();
        steps.stream()
                .filter(Step::stops)
                .forEach(step -> stopped.add(step.voice().change()));
        return new Control(
                kind, asked, people.size(), steps.stream().map(Step::waited).toList(), stopped.size());
    }

    private static Optional<Step> after(List<Said> revision, String duty) {
        for (int place = 1; place < revision.size(); place++) {
            if (revision.get(place).duty().equals(duty)) {
                return Optional.of(new Step(revision.get(place - 1), revision.get(place)));
            }
        }
        return Optional.empty();
    }
}
