package dev.countersign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A setting has one place that reads it and gives its default, or two of them drift apart. */
class OneDefaultTests {

    private static final Pattern VALUE = Pattern.compile("\\$\\{(countersign\\.[a-z.-]+):");
    private static final Pattern RECORD =
            Pattern.compile("@ConfigurationProperties\\(\"([a-z.-]+)\"\\)\\s*(?:public )?record \\w+\\(([^{]*)\\{");
    private static final Pattern COMPONENT = Pattern.compile("@DefaultValue[^,]*? (\\w+)\\s*[,)]");

    @Test
    void hasOneDefaultForEachSetting() {
        Map<String, List<String>> places = new TreeMap<>();
        Sources.main().forEach((file, text) -> {
            VALUE.matcher(text).results().forEach(found -> add(places, found.group(1), file));
            RECORD.matcher(text)
                    .results()
                    .forEach(found -> COMPONENT
                            .matcher(found.group(2))
                            .results()
                            .forEach(
                                    component -> add(places, found.group(1) + "." + dashed(component.group(1)), file)));
        });

        assertThat(places).containsKeys("countersign.policy.sign-off-within", "countersign.gate.valid-for");
        assertThat(places)
                .allSatisfy((name, files) -> assertThat(files).as(name).hasSize(1));
    }

    private static void add(Map<String, List<String>> places, String setting, String file) {
        places.computeIfAbsent(setting, name -> new ArrayList<>()).add(file);
    }

    private static String dashed(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
