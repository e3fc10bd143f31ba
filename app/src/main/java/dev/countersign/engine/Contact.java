package dev.countersign.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.PartitionBrokerRole;
import io.camunda.client.api.response.Topology;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Whether Camunda answers. One line says that it went and one that it is back; everything else is silent meanwhile. */
@Component
class Contact {

    private static final Logger LOG = LoggerFactory.getLogger(Contact.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final CamundaClient client;
    private final Clock clock;
    private volatile @Nullable Instant lostSince;

    Contact(CamundaClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 2_000)
    void look() {
        try {
            Topology topology =
                    client.newTopologyRequest().requestTimeout(PATIENCE).send().join();
            note(leads(topology) ? Optional.empty() : Optional.of("no partition has a leader"));
        } catch (RuntimeException e) {
            note(Optional.of(String.valueOf(e.getMessage())));
        }
    }

    private static boolean leads(Topology topology) {
        return topology.getBrokers().stream()
                .flatMap(broker -> broker.getPartitions().stream())
                .anyMatch(partition -> partition.getRole() == PartitionBrokerRole.LEADER);
    }

    /** Heard from whoever asked it and failed; says whether that needs no word of its own, because it is away. */
    boolean explains(Throwable failure) {
        if (Camunda.isAway(failure)) {
            note(Optional.of(String.valueOf(failure.getMessage())));
        }
        return isLost();
    }

    private synchronized void note(Optional<String> fault) {
        Instant since = lostSince;
        if (fault.isPresent() && since == null) {
            lostSince = clock.instant();
            LOG.warn("Camunda does not answer: {}. Decisions are kept and told later", fault.get());
        } else if (fault.isEmpty() && since != null) {
            lostSince = null;
            LOG.info("Camunda answers again after {}", Duration.between(since, clock.instant()));
        }
    }

    boolean isLost() {
        return lostSince != null;
    }

    /** How long it has not answered; zero while it does. */
    Duration lost() {
        Instant since = lostSince;
        return since == null ? Duration.ZERO : Duration.between(since, clock.instant());
    }
}
