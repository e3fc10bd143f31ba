package dev.countersign.changes.web;

import dev.countersign.changes.Change;
import dev.countersign.changes.Outlook;
import dev.countersign.changes.Outlooks;
import dev.countersign.forms.Answers;
import dev.countersign.forms.FormSchema;
import dev.countersign.forms.Offers;
import dev.countersign.moments.ReaderZone;
import dev.countersign.policy.Requirements;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Fills in a sent form what one of its buttons stands for. */
@Component
class Presses {

    private final Outlooks outlooks;
    private final Clock clock;

    Presses(Outlooks outlooks, Clock clock) {
        this.outlooks = outlooks;
        this.clock = clock;
    }

    /** What was typed, with the window that was pressed; as it is if none was. */
    Map<String, List<String>> in(
            Map<String, List<String>> typed, FormSchema schema, Offers choices, Optional<Change> change) {
        return typed.getOrDefault("_preset", List.of()).stream()
                .findFirst()
                .flatMap(WindowPreset::of)
                .map(preset -> {
                    Answers soFar = schema.read(typed, choices).answers();
                    return schema.with(
                            typed, preset.window(soFar, clock.instant(), ReaderZone.now(), longest(soFar, change)));
                })
                .orElse(typed);
    }

    private Optional<Duration> longest(Answers soFar, Optional<Change> change) {
        return outlooks.of(ChangeRequest.soFar(soFar), change)
                .map(Outlook::requirements)
                .map(Requirements::windowHours)
                .filter(hours -> hours > 0)
                .map(Duration::ofHours);
    }
}
