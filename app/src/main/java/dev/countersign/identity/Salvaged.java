package dev.countersign.identity;

import java.io.Serial;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * What somebody had sent with a form that was not carried out, such as after the end of their session. A controller takes
 * it as an argument of its GET method and shows the form filled with {@link #parameters()}; it is empty most of the time
 * and is handed out once.
 *
 * @param why it was not carried out, as the page says it
 */
public record Salvaged(Map<String, List<String>> fields, String why) implements Serializable {

    @Serial
    private static final long serialVersionUID = 2;

    public static final Salvaged NOTHING = new Salvaged(Map.of(), "");

    private static final String NOT_RECORDED = "Nothing of it is recorded. It is here to be copied.";

    public Salvaged {
        var copy = new LinkedHashMap<String, List<String>>();
        fields.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        fields = copy;
    }

    /** What somebody typed of it themselves, where no form is left that could take it. */
    public Salvaged unsent() {
        var own = new LinkedHashMap<>(fields);
        own.keySet().removeIf(name -> name.startsWith("_"));
        own.values().removeIf(values -> String.join("", values).isBlank());
        return own.isEmpty() ? NOTHING : new Salvaged(own, NOT_RECORDED);
    }

    public boolean isEmpty() {
        return fields.isEmpty();
    }

    public MultiValueMap<String, String> parameters() {
        return new LinkedMultiValueMap<>(fields);
    }
}
