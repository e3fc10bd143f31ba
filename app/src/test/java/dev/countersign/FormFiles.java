package dev.countersign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.json.JsonMapper;

/** The forms that stand on the class path. */
final class FormFiles {

    private FormFiles() {}

    /** File name without its ending to the id inside. */
    static Map<String, String> ids() {
        var ids = new TreeMap<String, String>();
        try {
            for (var form : new PathMatchingResourcePatternResolver().getResources("classpath*:forms/*.form")) {
                var name = String.valueOf(form.getFilename()).replaceFirst("\\.form$", "");
                var content = JsonMapper.shared().readTree(form.getContentAsByteArray());
                ids.put(name, content.required("id").asString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ids;
    }
}
