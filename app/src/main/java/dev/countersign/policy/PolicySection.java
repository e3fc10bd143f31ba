package dev.countersign.policy;

/**
 * A tab of the policy page that another module owns: a rule that stands in its code. Its fragment gets what it gives
 * as `content`.
 */
public interface PolicySection {

    /** The tab's name in addresses. */
    String word();

    /** The same for people. */
    String title();

    /** The Thymeleaf fragment, as `folder/file :: name`, with one parameter `content`. */
    String fragment();

    /** What the fragment shows. */
    Object content();
}
