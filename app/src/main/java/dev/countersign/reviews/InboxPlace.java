package dev.countersign.reviews;

import java.util.Optional;
import java.util.regex.Pattern;

/** Where a page of the inbox ends, by what its order goes by; it holds when the task of that place is done meanwhile. */
public record InboxPlace(long first, long second, long task) {

    private static final InboxPlace START = new InboxPlace(Long.MIN_VALUE, Long.MIN_VALUE, Long.MIN_VALUE);

    private static final Pattern TYPED = Pattern.compile("(-?\\d{1,18})\\.(-?\\d{1,18})\\.(\\d{1,18})");

    static InboxPlace start() {
        return START;
    }

    /** Empty for what is none, after which the list begins anew. */
    public static Optional<InboxPlace> of(String typed) {
        return Optional.of(TYPED.matcher(typed))
                .filter(matcher -> matcher.matches())
                .map(found -> new InboxPlace(
                        Long.parseLong(found.group(1)),
                        Long.parseLong(found.group(2)),
                        Long.parseLong(found.group(3))));
    }

    @Override
    public String toString() {
        return "%d.%d.%d".formatted(first, second, task);
    }
}
