package dev.countersign.changes.web;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangePanel.Place;
import dev.countersign.changes.ChangePanels;
import dev.countersign.changes.Margin;
import dev.countersign.changes.RoadStop;
import dev.countersign.identity.Person;
import dev.countersign.registry.ProductionSystem;
import dev.countersign.registry.Systems;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts around a change's text what its page has on every tab: the facts, its way, the tabs and the side. */
@Component
class ChangeFrame {

    private final Stops stops;
    private final ChangePanels panels;
    private final Systems systems;
    private final Clock clock;

    ChangeFrame(Stops stops, ChangePanels panels, Systems systems, Clock clock) {
        this.stops = stops;
        this.panels = panels;
        this.systems = systems;
        this.clock = clock;
    }

    void show(Change change, Person reader, ChangeLook look, String author, int revisions, Model model) {
        List<Stop> way = stops.of(change);
        ChangeTab tab = ChangeTab.of(look.tab());
        List<ProductionSystem> named = systems.named(change.systems());
        model.addAttribute("line", FactLine.of(change, named, author, clock.instant()));
        model.addAttribute("department", systems.department(change.department()).name());
        model.addAttribute("digest", Digest.of(change.document(), named, (DocumentDiff) model.getAttribute("diff")));
        model.addAttribute("stops", way);
        model.addAttribute("tabs", tabs(look.page(), tab, way, revisions, model));
        model.addAttribute("tab", tab.word());
        model.addAttribute("side", panels.of(change, reader, Place.SIDE));
        model.addAttribute(
                "parts",
                tab.place().map(place -> panels.of(change, reader, place)).orElse(List.of()));
    }

    private static List<ChangeTab.Shown> tabs(
            String page, ChangeTab current, List<Stop> way, int revisions, Model model) {
        int threads = model.getAttribute("margin") instanceof Margin.Notes notes ? notes.all() : 0;
        return Arrays.stream(ChangeTab.values())
                .map(tab -> tab.shown(page, count(tab, way, revisions, threads), tab == current))
                .toList();
    }

    private static String count(ChangeTab tab, List<Stop> way, int revisions, int threads) {
        return switch (tab) {
            case REVISIONS -> Integer.toString(revisions);
            case CONVERSATION -> threads == 0 ? "" : Integer.toString(threads);
            case CHECKS ->
                way.stream()
                        .filter(stop -> stop.label().equals(RoadStop.CHECKS.label()))
                        .map(Stop::beside)
                        .findFirst()
                        .orElse("");
            case OVERVIEW, POLICY, RECORD, DIAGRAM -> "";
        };
    }
}
