package dev.countersign.changes;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.countersign.identity.Person;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What somebody writes on the form: a document that passes every check at its time, and its variations. */
public final class SampleDocument {

    public static final String SHA = "0123456789abcdef0123456789abcdef01234567";

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(include -> include.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private final Map<String, Object> answers;

    private SampleDocument(Map<String, Object> answers) {
        this.answers = answers;
    }

    /**
     * A change of a tier-2 system of `checkout`: it needs one review and nothing else. Its window opens an hour after
     * it was written and lasts a day.
     */
    public static SampleDocument writtenAt(Instant now) {
        LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        var answers = new LinkedHashMap<String, Object>();
        answers.put("title", "Raise the basket time-out");
        answers.put("systems", List.of("cart-worker"));
        answers.put("kind", "code");
        answers.put("environment", "production");
        answers.put("repository", "storefront/cart-worker");
        answers.put("commits", List.of(SHA));
        answers.put("why", "Baskets time out under load.");
        answers.put("steps", List.of(Map.of("action", "Deploy", "validation", "Errors < 0.1 %", "undo", "Redeploy")));
        answers.put("blastRadius", "one-zone");
        answers.put("controlPlane", false);
        answers.put("dataMutation", false);
        answers.put("rollbackHow", "Deploy the previous image.");
        answers.put("rollbackMinutes", 4);
        answers.put("rollbackRehearsedOn", today.minusDays(20).toString());
        answers.put("alarms", "basket-5xx");
        answers.put("bakeMinutes", 60);
        answers.put("windowStart", now.plus(Duration.ofHours(1)).toString());
        answers.put("windowEnd", now.plus(Duration.ofHours(25)).toString());
        answers.put("aiInvolvement", "none");
        return new SampleDocument(answers);
    }

    public SampleDocument with(String key, Object answer) {
        var changed = new LinkedHashMap<>(answers);
        changed.put(key, answer);
        return new SampleDocument(changed);
    }

    public SampleDocument without(String key) {
        var changed = new LinkedHashMap<>(answers);
        changed.remove(key);
        return new SampleDocument(changed);
    }

    public SampleDocument withCoAuthors(Person... people) {
        return with(
                "coAuthors",
                Arrays.stream(people).map(person -> person.id().value()).toList());
    }

    /** The decision table asks for a director and a VP. */
    public SampleDocument onControlPlane() {
        return with("controlPlane", true);
    }

    public ChangeDocument document() {
        return JSON.convertValue(answers, ChangeDocument.class);
    }

    /** The same as a browser would send it. */
    public Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        answers.forEach((key, answer) -> fields(key, answer, fields));
        return fields;
    }

    private static void fields(String name, Object answer, Map<String, String> fields) {
        switch (answer) {
            case List<?> rows
            when !rows.isEmpty() && rows.getFirst() instanceof Map<?, ?> row ->
                row.forEach((key, cell) -> fields.put(name + "[0]." + key, cell.toString()));
            case List<?> texts -> texts.forEach(text -> fields.put(name, text.toString()));
            case Boolean checked -> {
                if (checked) {
                    fields.put(name, "true");
                }
            }
            default -> fields.put(name, answer.toString().replaceFirst("(T\\d\\d:\\d\\d).*Z$", "$1"));
        }
    }
}
