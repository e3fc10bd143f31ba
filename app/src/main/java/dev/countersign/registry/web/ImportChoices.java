package dev.countersign.registry.web;

import dev.countersign.refusals.Refusal;
import dev.countersign.registry.files.Choices;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What somebody chose beside a file, as a form or an address says it; empty means that nothing was chosen. */
record ImportChoices(
        @Nullable @Parameter(description = "department of new systems for which the file names none")
        String department,

        @Nullable @Parameter(description = "owner of new systems for which the file names none")
        String owner,

        @Nullable @Parameter(description = "declared tier of new systems for which the file says none")
        Integer tier,

        @Nullable @Parameter(description = "director of new departments for which the file names none")
        String director,

        @Nullable @Parameter(description = "VP of new departments for which the file names none")
        String vp,

        @Nullable @Parameter(description = "organisation of new departments for which the file names none")
        String organisation,

        @Nullable
        @Parameter(
                description = "which department a group or user of the catalogue is, such as"
                        + " `group:default/platform=checkout`")
        List<String> groups) {

    /** Whether the department was chosen for this group or user. */
    public boolean says(String group, String key) {
        return groups != null && groups.contains("%s=%s".formatted(group, key));
    }

    /** The same, or what was said at an earlier import if nothing is chosen now. */
    public boolean suggests(String group, String key, Map<String, String> remembered) {
        boolean chosen = groups != null && groups.stream().anyMatch(pair -> pair.startsWith(group + "="));
        return chosen ? says(group, key) : key.equals(remembered.get(group));
    }

    public boolean isNone() {
        return tier == null
                && Stream.of(department, owner, director, vp, organisation).allMatch(word -> said(word) == null)
                && (groups == null || groups.stream().allMatch(String::isBlank));
    }

    Choices read() {
        return new Choices(
                said(department), said(owner), declared(), said(director), said(vp), said(organisation), byGroup());
    }

    private @Nullable Integer declared() {
        if (tier != null && (tier < 1 || tier > 4)) {
            throw Refusal.invalid("registry.no-such-tier")
                    .expectedTo("read a tier for new systems")
                    .because("there is no tier %d", tier)
                    .instead("Choose a tier from 1 to 4.");
        }
        return tier;
    }

    /** `group:default/platform=checkout`. */
    private Map<String, String> byGroup() {
        Map<String, String> byGroup = new HashMap<>();
        for (String pair : groups == null ? List.<String>of() : groups) {
            int middle = pair.lastIndexOf('=');
            if (middle > 0 && middle < pair.length() - 1) {
                byGroup.put(
                        pair.substring(0, middle).strip(),
                        pair.substring(middle + 1).strip());
            }
        }
        return byGroup;
    }

    private static @Nullable String said(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}
