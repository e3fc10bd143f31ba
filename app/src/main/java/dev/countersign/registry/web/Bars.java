package dev.countersign.registry.web;

import dev.countersign.registry.IncidentSpan;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Incidents by week or quarter as a bar chart; a table with the same figures stands beside it. */
record Bars(String unit, int width, int height, List<Bar> bars) {

    private static final int HEIGHT = 120;
    private static final int WIDTH = 520;

    /** One span: of its bar the lower part are incidents that affected orders. */
    record Bar(String label, IncidentSpan span, int x, int width, int top, int tall, int orderTop, int orderTall) {}

    static Bars byWeek(List<IncidentSpan> spans) {
        return of(
                "Week",
                spans,
                span -> "%d-W%02d"
                        .formatted(
                                span.starts().get(IsoFields.WEEK_BASED_YEAR),
                                span.starts().get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)));
    }

    static Bars byQuarter(List<IncidentSpan> spans) {
        return of(
                "Quarter",
                spans,
                span -> "%d-Q%d"
                        .formatted(span.starts().getYear(), span.starts().get(IsoFields.QUARTER_OF_YEAR)));
    }

    public int most() {
        return bars.stream().mapToInt(bar -> bar.span().incidents()).max().orElse(0);
    }

    public int total() {
        return bars.stream().mapToInt(bar -> bar.span().incidents()).sum();
    }

    private static Bars of(String unit, List<IncidentSpan> spans, Function<IncidentSpan, String> label) {
        int most = Math.max(
                1, spans.stream().mapToInt(IncidentSpan::incidents).max().orElse(1));
        int pitch = WIDTH / Math.max(1, spans.size());
        return new Bars(
                unit,
                pitch * spans.size(),
                HEIGHT,
                IntStream.range(0, spans.size())
                        .mapToObj(i -> bar(label.apply(spans.get(i)), spans.get(i), i * pitch, pitch, most))
                        .toList());
    }

    private static Bar bar(String label, IncidentSpan span, int x, int pitch, int most) {
        int tall = span.incidents() * HEIGHT / most;
        int orderTall = span.orderAffecting() * HEIGHT / most;
        return new Bar(
                label,
                span,
                x + 1,
                Math.max(2, pitch - 3),
                HEIGHT - tall,
                tall - orderTall,
                HEIGHT - orderTall,
                orderTall);
    }
}
