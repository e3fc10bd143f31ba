package dev.countersign.identity;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often somebody may ask in a minute before they are told to wait; all of it may come at once. 0 is without a limit.
 *
 * @param api requests of one account to the API: a pipeline at its peak asks the gate 500 times a second
 * @param forms forms of one person
 * @param strangers forms, and tokens that are none, from one address
 */
public record Limits(
        @DefaultValue("60000") int api,
        @DefaultValue("600") int forms,
        @DefaultValue("600") int strangers) {}
