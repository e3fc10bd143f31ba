package dev.countersign.policy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is in force at one moment: a base table and the addenda on top of it. A change keeps the version that it was
 * submitted under.
 *
 * @param id such as `base-1` or `base-1+ADD-000001`
 * @param addenda their ids, the oldest first
 */
public record PolicyVersion(String id, List<String> addenda) {

    public PolicyVersion {
        addenda = List.copyOf(addenda);
    }

    /** The id of its table. */
    String base() {
        return id.split("\\+", 2)[0];
    }

    static PolicyVersion of(String base, List<String> addenda) {
        return new PolicyVersion(
                Stream.concat(Stream.of(base), addenda.stream()).collect(Collectors.joining("+")), addenda);
    }
}
