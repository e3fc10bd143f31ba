package dev.countersign.desk;

import java.time.Instant;

/**
 * A change that came to the reader, or left them, lately.
 *
 * @param title what it is called now, for whoever may open it
 * @param words who gave it to whom, such as "Ada Okafor handed it over to you"
 * @param readable whether the reader may open it: a draft that they gave away is not theirs any more
 */
public record Handover(String change, String title, String words, String reason, Instant at, boolean readable) {}
