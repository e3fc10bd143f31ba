package dev.countersign.identity;

import java.io.Serial;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * What somebody had typed into a form whose session ended before they sent it. A controller takes it as an argument of
 * its GET method and shows the form filled with {@link #parameters()}; it is empty most of the time and is handed out once.
 */
public record Salvaged(Map<String, List<String>> fields) implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    public static final Salvaged NOTHING = new Salvaged(Map.of());

    public Salvaged {
        var copy = new LinkedHashMap<String, List<String>>();
        fields.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        fields = copy;
    }

    public boolean isEmpty() {
        return fields.isEmpty();
    }

    public MultiValueMap<String, String> parameters() {
        return new LinkedMultiValueMap<>(fields);
    }
}
