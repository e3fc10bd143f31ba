package dev.countersign.journal;

import dev.countersign.moments.MomentWords;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Proves a stream: its chain, and that it and what the modules keep of the same subject tell of the same deeds. */
@Component
class Comparison {

    /** A deed and its entry are written in one transaction. */
    private static final Duration APART = Duration.ofMinutes(5);

    private final ObjectProvider<Deeds> sources;

    Comparison(ObjectProvider<Deeds> sources) {
        this.sources = sources;
    }

    Proof proof(String stream, List<Entry> story) {
        return switch (Chain.proof(stream, story)) {
            case Proof.Intact intact -> compared(intact, story);
            case Proof.Broken broken -> broken;
            case Proof.Differing differing -> differing;
        };
    }

    private Proof compared(Proof.Intact intact, List<Entry> story) {
        List<KeptDeed> deeds = sources.stream()
                .flatMap(source -> source.on(intact.stream()).stream())
                .toList();
        Set<String> kinds =
                sources.stream().flatMap(source -> source.kinds().stream()).collect(Collectors.toSet());
        List<String> findings = new ArrayList<>(unproven(deeds, story));
        findings.addAll(without(deeds, kinds, story));
        return findings.isEmpty()
                ? intact.noting(former(deeds))
                : new Proof.Differing(intact.stream(), List.copyOf(findings));
    }

    private static List<String> unproven(List<KeptDeed> deeds, List<Entry> story) {
        Map<Long, Entry> entries = story.stream().collect(Collectors.toMap(Entry::id, Function.identity()));
        return deeds.stream().flatMap(deed -> finding(deed, entries).stream()).toList();
    }

    private static Optional<String> finding(KeptDeed deed, Map<Long, Entry> entries) {
        String which = "the %s of %s at %s".formatted(deed.what(), deed.person(), MomentWords.kept(deed.at()));
        if (deed.entry().isEmpty()) {
            return deed.legacy() ? Optional.empty() : Optional.of(which + " has no entry");
        }
        Entry told = entries.get(deed.entry().orElseThrow());
        if (told == null || !tellsOf(deed, told)) {
            return Optional.of("no entry here tells of " + which);
        }
        return deed.shown() || deed.legacy()
                ? Optional.empty()
                : Optional.of(which + " has no log-in and no signature");
    }

    private static boolean tellsOf(KeptDeed deed, Entry told) {
        return told.actor().equals(deed.person())
                && Duration.between(told.at(), deed.at()).abs().compareTo(APART) <= 0;
    }

    private static List<String> without(List<KeptDeed> deeds, Set<String> kinds, List<Entry> story) {
        Set<Long> told = deeds.stream().flatMap(deed -> deed.entry().stream()).collect(Collectors.toSet());
        return story.stream()
                .filter(entry -> kinds.contains(entry.kind()) && !told.contains(entry.id()))
                .map(entry -> "entry %d says that %s %s, but no such deed is kept"
                        .formatted(entry.seq(), entry.actor(), entry.summary()))
                .toList();
    }

    private static long former(List<KeptDeed> deeds) {
        return deeds.stream()
                .filter(deed -> deed.legacy() && (deed.entry().isEmpty() || !deed.shown()))
                .count();
    }
}
