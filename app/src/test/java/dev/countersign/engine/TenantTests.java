package dev.countersign.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import io.camunda.client.CamundaClient;
import io.camunda.zeebe.gateway.protocol.GatewayGrpc.GatewayImplBase;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivateJobsRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivateJobsResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CreateProcessInstanceRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CreateProcessInstanceResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.DeployResourceRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.DeployResourceResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.PublishMessageRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.PublishMessageResponse;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A broker has tenants only with an identity provider of its own, so what is asked of it is looked at on the wire. */
class TenantTests {

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private Server gateway;
    private CamundaClient client;

    /** Takes down for which tenant it is asked, and does nothing. */
    private final class Ear extends GatewayImplBase {

        @Override
        public void deployResource(DeployResourceRequest request, StreamObserver<DeployResourceResponse> answer) {
            hear("deploy", request.getTenantId(), answer);
        }

        @Override
        public void createProcessInstance(
                CreateProcessInstanceRequest request, StreamObserver<CreateProcessInstanceResponse> answer) {
            hear("start", request.getTenantId(), answer);
        }

        @Override
        public void publishMessage(PublishMessageRequest request, StreamObserver<PublishMessageResponse> answer) {
            hear("publish", request.getTenantId(), answer);
        }

        @Override
        public void activateJobs(ActivateJobsRequest request, StreamObserver<ActivateJobsResponse> answer) {
            hear("work", String.join(",", request.getTenantIdsList()), answer);
        }

        private void hear(String what, String tenant, StreamObserver<?> answer) {
            asked.add(what + " for " + tenant);
            answer.onError(Status.INTERNAL.asRuntimeException());
        }
    }

    @BeforeEach
    void open() throws IOException {
        gateway = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .addService(new Ear())
                .build()
                .start();
        client = new EngineConfiguration()
                .camundaClient(Settings.of(
                        URI.create("http://127.0.0.1:" + gateway.getPort()), "house", Duration.ofMinutes(2)));
    }

    @AfterEach
    void close() {
        client.close();
        gateway.shutdownNow();
    }

    @Test
    void asksForItsOwnTenantInEverythingThatKnowsOne() {
        var camunda = new Camunda(client, new Installation(""));
        var models = new Models(client, new Installation(""));
        assertThatException().isThrownBy(models::deploy);
        assertThatException().isThrownBy(() -> camunda.start("production-change", 1, "{}"));
        assertThatException()
                .isThrownBy(() -> camunda.publish("change-withdrawn", "CHG-1/1", "1", Duration.ofSeconds(1), "{}"));
        assertThatException()
                .isThrownBy(() -> client.newActivateJobsCommand()
                        .jobType("io.camunda.zeebe:userTask")
                        .maxJobsToActivate(1)
                        .requestTimeout(Duration.ofSeconds(1))
                        .send()
                        .join());
        assertThat(asked).containsExactly("deploy for house", "start for house", "publish for house", "work for house");
    }
}
