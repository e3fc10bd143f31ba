package dev.countersign.engine;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Camunda is and how patient the house is with it.
 *
 * @param grpcAddress the gateway's gRPC address, `http://…` for plain text or `https://…`
 * @param prefix what this installation puts before its processes, job types and messages, where others use the same
 *     cluster; empty for a cluster of its own
 * @param tenant the tenant that it works in, where the cluster has tenants
 * @param push whether Camunda hands work out by itself; else it is asked, and waits with its answer until there is some
 * @param taskLease how long a user-task job is held before the inbox has it
 * @param taskHold how long a user-task job is held once the inbox has it
 * @param relayEvery how often the relay looks for something to tell that nobody called it for, such as another try
 * @param reconcileEvery how often PostgreSQL is compared with the engine
 * @param deadlinesEvery how often deadlines are looked at that a timer may have missed
 * @param grace how long the engine may lag behind PostgreSQL before a process is started anew
 * @param keepTold how long it is kept what Camunda was told
 * @param keepVisits how long the picture of a process is kept after its end
 */
@ConfigurationProperties("countersign.engine")
record EngineProperties(
        @DefaultValue("http://127.0.0.1:26500") URI grpcAddress,
        @DefaultValue("") String prefix,
        @DefaultValue("<default>") String tenant,
        @DefaultValue("false") boolean push,
        @DefaultValue("1m") Duration taskLease,
        @DefaultValue("28d") Duration taskHold,
        Duration relayEvery,
        Duration reconcileEvery,
        Duration deadlinesEvery,
        @DefaultValue("2m") Duration grace,
        @DefaultValue("30d") Duration keepTold,
        @DefaultValue("400d") Duration keepVisits) {}
