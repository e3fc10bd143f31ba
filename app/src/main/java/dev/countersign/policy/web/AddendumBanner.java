package dev.countersign.policy.web;

import dev.countersign.identity.Banner;
import dev.countersign.policy.Addenda;
import dev.countersign.policy.Addendum;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Counts the days of what is in force, on every page and for everybody. */
@Component
class AddendumBanner implements Banner.Source {

    private final Addenda addenda;
    private final Clock clock;

    AddendumBanner(Addenda addenda, Clock clock) {
        this.addenda = addenda;
        this.clock = clock;
    }

    @Override
    public List<Banner> banners() {
        Instant now = clock.instant();
        return addenda.inForce().stream().map(addendum -> banner(addendum, now)).toList();
    }

    private static Banner banner(Addendum addendum, Instant now) {
        return new Banner(
                Banner.Tone.PAUSE,
                "Addendum in force, day %d of %d: %s. It asks more of changes to %s."
                        .formatted(
                                addendum.day(now),
                                addendum.length(),
                                addendum.title(),
                                addendum.scope().words()),
                "/policy/addenda/" + addendum.id(),
                "Read it");
    }
}
