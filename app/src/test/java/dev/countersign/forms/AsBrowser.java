package dev.countersign.forms;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.i18n.SimpleTimeZoneAwareLocaleContext;

/** What a browser sends with a form that it was shown and nobody touched, and where its reader lives. */
final class AsBrowser {

    private AsBrowser() {}

    static <T> T in(ZoneId zone, Supplier<T> deed) {
        var before = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.setLocaleContext(
                new SimpleTimeZoneAwareLocaleContext(Locale.UK, TimeZone.getTimeZone(zone)));
        try {
            return deed.get();
        } finally {
            LocaleContextHolder.setLocaleContext(before);
        }
    }

    static Map<String, List<String>> sends(FormView view) {
        var fields = new LinkedHashMap<String, List<String>>();
        fields(view).forEach(field -> send(field, fields));
        view.hidden().forEach(hidden -> put(fields, hidden.name(), hidden.value()));
        return fields;
    }

    static Stream<FormView.Field> fields(FormView view) {
        return view.parts().stream().flatMap(AsBrowser::fields);
    }

    private static Stream<FormView.Field> fields(FormView.Shown shown) {
        return switch (shown) {
            case FormView.Section section -> section.parts().stream().flatMap(AsBrowser::fields);
            case FormView.Columns row -> row.parts().stream().flatMap(AsBrowser::fields);
            case FormView.Repeated list ->
                list.rows().stream().flatMap(row -> row.parts().stream()).flatMap(AsBrowser::fields);
            case FormView.Field field -> Stream.of(field);
        };
    }

    private static void send(FormView.Field field, Map<String, List<String>> into) {
        switch (field.fragment()) {
            case "tick" -> {
                if (field.chosen() && !field.readonly()) {
                    put(into, field.name(), "true");
                }
            }
            case "select", "radio", "checklist", "tags" -> {
                field.choices().stream()
                        .filter(choice -> choice.chosen() && !field.readonly())
                        .forEach(choice -> put(into, field.name(), choice.value()));
                if (field.fragment().equals("tags")) {
                    put(into, field.name(), field.value());
                }
            }
            case "line" -> put(into, field.name(), field.value().replaceAll("[\r\n]", ""));
            case "text" -> put(into, field.name(), field.value().replaceAll("\r?\n", "\r\n"));
            default -> put(into, field.name(), field.value());
        }
        var moment = field.moment();
        if (moment != null) {
            put(into, field.name() + ".zone", moment.zone());
            put(into, field.name() + ".kept", moment.kept());
            moment.which().stream()
                    .filter(FormView.Choice::chosen)
                    .forEach(choice -> put(into, field.name() + ".which", choice.value()));
        }
    }

    private static void put(Map<String, List<String>> into, String name, String value) {
        into.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
    }
}
