package dev.countersign.forms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Every form of the house, read once at the start: a broken file stops it. */
@Component
public class Forms {

    private final Map<String, FormSchema> byId;

    public Forms(Clock clock) {
        var conditions = new Condition.Parser(clock);
        var forms = new TreeMap<String, FormSchema>();
        for (var file : files()) {
            var form = new FormSchema(new FormFile(text(file), conditions));
            forms.put(form.id(), form);
        }
        this.byId = Map.copyOf(forms);
    }

    /** The form of this id, which is also its file's name. */
    public FormSchema get(String id) {
        var form = byId.get(id);
        if (form == null) {
            throw new IllegalArgumentException(
                    "Expected to find form '%s', but there are only %s.".formatted(id, new TreeMap<>(byId).keySet()));
        }
        return form;
    }

    Set<String> ids() {
        return byId.keySet();
    }

    private static Iterable<Resource> files() {
        try {
            return Arrays.asList(new PathMatchingResourcePatternResolver().getResources("classpath*:forms/*.form"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(Resource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
