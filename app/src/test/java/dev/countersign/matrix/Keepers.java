package dev.countersign.matrix;

import static dev.countersign.Personas.BEN;
import static dev.countersign.Personas.ELENA;
import static dev.countersign.Personas.GRACE;
import static dev.countersign.Personas.JONAS;

import dev.countersign.identity.SignIn;
import dev.countersign.registry.Catalogue;
import dev.countersign.registry.DataClass;
import dev.countersign.registry.Edits;
import dev.countersign.registry.Environment;
import dev.countersign.registry.Facts;
import dev.countersign.registry.Imports;
import dev.countersign.registry.Incident;
import dev.countersign.registry.IncidentFilter;
import dev.countersign.registry.Incidents;
import dev.countersign.registry.Proposal;
import dev.countersign.registry.Proposals;
import dev.countersign.registry.SampleIncident;
import dev.countersign.registry.SystemFacts;
import dev.countersign.registry.Systems;
import dev.countersign.registry.files.Choices;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The registry as the table names it: what Grace wants to edit, and incidents that Ben reported. */
final class Keepers {

    private static final String WHY = "It has become what the house needs.";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Systems systems;
    private final Facts facts;
    private final Edits edits;
    private final Imports imports;
    private final Incidents incidents;
    private final Proposals proposals;
    private final JdbcClient sql;
    private final Clock clock;

    Keepers(BeanFactory beans) {
        systems = beans.getBean(Systems.class);
        facts = beans.getBean(Facts.class);
        edits = beans.getBean(Edits.class);
        imports = beans.getBean(Imports.class);
        incidents = beans.getBean(Incidents.class);
        proposals = beans.getBean(Proposals.class);
        sql = beans.getBean(JdbcClient.class);
        clock = beans.getBean(Clock.class);
    }

    Scene scene(String name) {
        return switch (name) {
            case "system" -> aboutSystem();
            case "department" -> aboutDepartment(facts.newest(systems.department("checkout")));
            case "new-department" -> aboutDepartment(0);
            case "incident" -> aboutIncident();
            case "rehearsed" -> new Scene(Map.of("id", rehearsed()), typed(), this::standing);
            case "edit-proposed" -> about(edited());
            case "override-proposed" -> about(overridden());
            case "incident-proposed" -> about(reported());
            case "edit-adopted" -> about(adopted(edited()));
            case "edit-declined" -> about(proposals.decide(edited().id(), ELENA, false, "Not yet."));
            case "edit-withdrawn" -> about(proposals.withdraw(edited().id(), GRACE));
            default ->
                throw new IllegalStateException("Expected a scene of the table, but found '%s'.".formatted(name));
        };
    }

    /** Whoever asked takes it back: other tests count what is open. */
    void withdrawAll() {
        proposals.page(true, Optional.empty(), 1000).stream()
                .filter(proposal -> proposal.reason().equals(WHY))
                .forEach(proposal -> proposals.withdraw(
                        proposal.id(), SignIn.person(proposal.proposedBy().value())));
    }

    private Scene about(Proposal proposal) {
        return new Scene(Map.of("id", proposal.id().value()), typed(), this::standing, proposal.state());
    }

    private Scene aboutSystem() {
        SystemFacts system = facts.system(house());
        Map<String, String> fields = typed();
        fields.put("key", system.key() + "-annexe");
        fields.put("name", "Annexe " + NUMBER.incrementAndGet());
        fields.put("environments", "production");
        fields.put("department", "checkout");
        fields.put("owner", "jonas");
        fields.put("dataClass", "internal");
        fields.put("declaredTier", "4");
        fields.put("tier", "3");
        fields.put(
                "lastDay", clock.instant().plus(Duration.ofDays(9)).toString().substring(0, 10));
        fields.put("text", "key,team\n%s,Night crew\n".formatted(system.key()));
        fields.put("_seen", Integer.toString(facts.newest(system)));
        return new Scene(Map.of("key", system.key()), fields, this::standing);
    }

    private Scene aboutDepartment(int seen) {
        Map<String, String> fields = typed();
        fields.put("key", "matrix");
        fields.put("name", "Checkout and till " + NUMBER.incrementAndGet());
        fields.put("organisation", "storefront");
        fields.put("director", "elena");
        fields.put("vp", "grace");
        fields.put("_seen", Integer.toString(seen));
        return new Scene(Map.of("key", "checkout"), fields, this::standing);
    }

    private Scene aboutIncident() {
        Incident incident = confirmed();
        Map<String, String> fields = typed();
        fields.put("title", "The till was slow " + NUMBER.incrementAndGet());
        fields.put(
                "startedAt", minute(clock.instant().minus(Duration.ofHours(2)).toString()));
        fields.put("severity", "4");
        fields.put("systems", house());
        fields.put("lostOrders", "0");
        fields.put("errors", "0");
        fields.put("cause", "unknown");
        fields.put("aiRelated", "no");
        fields.put("_seen", Integer.toString(facts.newest(incident)));
        return new Scene(Map.of("id", incident.id()), fields, this::standing);
    }

    private static Map<String, String> typed() {
        return new LinkedHashMap<>(Map.of("reason", WHY, "decision", "approve"));
    }

    private static String minute(String instant) {
        return instant.substring(0, 16);
    }

    /** A system that nothing depends on, and that no rule makes critical. */
    private String house() {
        String key = "matrix-house";
        if (systems.find(key).isEmpty()) {
            adopted(edits.describe(new Catalogue(List.of(), List.of(system(key))), WHY, GRACE));
        }
        return key;
    }

    private static SystemFacts system(String key) {
        return new SystemFacts(
                key,
                "System " + key,
                "Made for the table of who may do what.",
                "checkout",
                "Checkout 1",
                JONAS.id(),
                List.of(),
                List.of(Environment.STAGING),
                false,
                false,
                DataClass.INTERNAL,
                List.of(),
                4);
    }

    private Proposal edited() {
        SystemFacts wanted = system("matrix-" + NUMBER.incrementAndGet());
        return edits.describe(new Catalogue(List.of(), List.of(wanted)), WHY, GRACE);
    }

    private Proposal overridden() {
        return edits.override(house(), 3, WHY, clock.instant().plus(Duration.ofDays(9)), GRACE);
    }

    private Proposal reported() {
        return incidents.report(
                SampleIncident.costing(0, clock.instant().minus(Duration.ofDays(1)), house()), WHY, BEN);
    }

    private Proposal adopted(Proposal proposal) {
        return proposals.decide(proposal.id(), ELENA, true, "");
    }

    private Incident confirmed() {
        IncidentFilter ours = IncidentFilter.of(null, Set.of(), house(), false, false, Set.of());
        if (incidents.matching(ours, Optional.empty(), 1).isEmpty()) {
            adopted(reported());
        }
        return incidents.matching(ours, Optional.empty(), 1).getFirst();
    }

    private String rehearsed() {
        String file = "key,name\n%s,Annexe %d\n".formatted(house(), NUMBER.incrementAndGet());
        return imports.rehearse(file.getBytes(StandardCharsets.UTF_8), Choices.NONE, GRACE)
                .id()
                .toString();
    }

    /** Nothing becomes true, and nothing is asked for or looked through, without a trace in these. */
    private String standing() {
        return sql.sql("""
                SELECT (SELECT count(*) FROM registry.proposal) || ' ' || (SELECT count(*) FROM registry.vote) || ' '
                    || (SELECT count(*) FROM registry.rehearsal) || ' ' || (SELECT count(*) FROM registry.withdrawal)
                """).query(String.class).single();
    }
}
