package dev.countersign.engine;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/** How far Camunda lags behind PostgreSQL, as figures for who watches the house. */
@Component
class EngineFigures implements MeterBinder {

    private final Contact contact;
    private final Reconciler reconciler;
    private final Outbox outbox;

    EngineFigures(Contact contact, Reconciler reconciler, Outbox outbox) {
        this.contact = contact;
        this.reconciler = reconciler;
        this.outbox = outbox;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        seconds(
                        "lost",
                        "How long Camunda has not answered; 0 while it does",
                        figures -> seconds(figures.contact.lost()))
                .register(registry);
        seconds(
                        "reconciler.lag",
                        "Since the last comparison with Camunda",
                        figures -> seconds(figures.reconciler.lag()))
                .register(registry);
        seconds("outbox.age", "How long the oldest command has been waiting", figures -> seconds(figures.oldest()))
                .register(registry);
        gauge(
                        "outbox.waiting",
                        "What Camunda has yet to hear",
                        figures -> figures.outbox.waiting().commands())
                .register(registry);
    }

    private Duration oldest() {
        return outbox.waiting().oldest();
    }

    private Gauge.Builder<EngineFigures> seconds(String name, String means, ToDoubleFunction<EngineFigures> figure) {
        return gauge(name, means, figure).baseUnit("seconds");
    }

    private Gauge.Builder<EngineFigures> gauge(String name, String means, ToDoubleFunction<EngineFigures> figure) {
        return Gauge.builder("countersign.engine." + name, this, figure).description(means);
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
