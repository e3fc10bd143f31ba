package dev.countersign.policy.web;

import dev.countersign.policy.PolicySection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A tab of the policy page, with an address of its own. */
record PolicyTab(String word, String words, boolean current) {

    static final String IN_FORCE = "in-force";
    static final String VERSIONS = "versions";

    /** In the order of the page; whoever asks for none of them reads what is in force. */
    static List<PolicyTab> all(List<PolicySection> sections, Optional<String> asked) {
        List<PolicyTab> tabs = Stream.of(
                        Stream.of(new PolicyTab(IN_FORCE, "In force", false)),
                        sections.stream().map(section -> new PolicyTab(section.word(), section.title(), false)),
                        Stream.of(new PolicyTab(VERSIONS, "Drafts and versions", false)))
                .flatMap(part -> part)
                .toList();
        String open = asked.filter(word -> tabs.stream().anyMatch(tab -> tab.word.equals(word)))
                .orElse(IN_FORCE);
        return tabs.stream()
                .map(tab -> new PolicyTab(tab.word, tab.words, tab.word.equals(open)))
                .toList();
    }

    static String current(List<PolicyTab> tabs) {
        return tabs.stream().filter(PolicyTab::current).findFirst().orElseThrow().word;
    }

    public String path() {
        return word.equals(IN_FORCE) ? "/policy" : "/policy?tab=" + word;
    }
}
