package dev.countersign.policy;

import java.util.List;

/** Which checks a clause may name; the compliance module answers. */
public interface KnownChecks {

    List<String> ids();
}
