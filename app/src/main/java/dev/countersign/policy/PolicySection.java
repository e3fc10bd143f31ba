package dev.countersign.policy;

/**
 * A part of the policy page that another module owns: a rule that stands in its code. Its fragment gets what it gives
 * as `content`.
 */
public interface PolicySection {

    /** The Thymeleaf fragment, as `folder/file :: name`, with one parameter `content`. */
    String fragment();

    /** What the fragment shows. */
    Object content();
}
