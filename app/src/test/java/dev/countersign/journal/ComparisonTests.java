package dev.countersign.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class ComparisonTests {

    private static final String STREAM = "change/CHG-000001";
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final List<KeptDeed> deeds = new ArrayList<>();
    private final List<Entry> story = new ArrayList<>();
    private final Comparison comparison = comparison();

    @BeforeEach
    void decide() {
        Happened event = Happened.to(STREAM);
        String canonical = Canonical.form(1, NOON, event, event.summary(), Optional.empty());
        story.add(new Entry(
                7,
                STREAM,
                1,
                NOON,
                event.kind(),
                event.actor(),
                event.systems(),
                event.summary(),
                canonical,
                Hash.BEGINNING,
                Hash.BEGINNING.then(canonical)));
    }

    @Test
    void holdsWhereEachTellsOfTheOther() {
        deeds.add(deed(story.getFirst().actor(), NOON, Optional.of(7L), true, false));
        assertThat(comparison.proof(STREAM, story).holds()).isTrue();
    }

    @Test
    void findsADeedWithoutEntryAndAnEntryWithoutDeed() {
        deeds.add(deed("mallory", NOON, Optional.empty(), true, false));
        assertThat(findings())
                .containsExactly(
                        "the verdict of mallory at 2026-11-23T12:00:00Z has no entry",
                        "entry 1 says that %s %s, but no such deed is kept"
                                .formatted(
                                        story.getFirst().actor(),
                                        story.getFirst().summary()));
    }

    @Test
    void findsADeedOfSomebodyElseOrOfAnotherTimeThanItsEntry() {
        deeds.add(deed("mallory", NOON, Optional.of(7L), true, false));
        assertThat(findings()).singleElement().asString().startsWith("no entry here tells of the verdict of mallory");
        deeds.clear();
        deeds.add(deed(story.getFirst().actor(), NOON.minus(Duration.ofDays(1)), Optional.of(7L), true, false));
        assertThat(findings()).singleElement().asString().startsWith("no entry here tells of the verdict");
    }

    @Test
    void findsWhatTookALogInAndHasNone() {
        deeds.add(deed(story.getFirst().actor(), NOON, Optional.of(7L), false, false));
        assertThat(findings()).singleElement().asString().endsWith("has no log-in and no signature");
    }

    @Test
    void saysHowManyAreFromBefore() {
        deeds.add(deed(story.getFirst().actor(), NOON, Optional.of(7L), false, true));
        deeds.add(deed("chloe", NOON, Optional.empty(), true, true));
        assertThat(comparison.proof(STREAM, story))
                .isEqualTo(new Proof.Intact(STREAM, 1, story.getFirst().hash(), 2));
    }

    private List<String> findings() {
        return ((Proof.Differing) comparison.proof(STREAM, story)).findings();
    }

    private static KeptDeed deed(String person, Instant at, Optional<Long> entry, boolean shown, boolean legacy) {
        return new KeptDeed("verdict", person, at, entry, shown, legacy);
    }

    private Comparison comparison() {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("deeds", new Deeds() {
            @Override
            public Set<String> kinds() {
                return Set.of(Happened.to(STREAM).kind());
            }

            @Override
            public List<KeptDeed> on(String stream) {
                return List.copyOf(deeds);
            }
        });
        return new Comparison(beans.getBeanProvider(Deeds.class));
    }
}
