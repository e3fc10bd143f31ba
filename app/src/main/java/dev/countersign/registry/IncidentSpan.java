package dev.countersign.registry;

import java.time.LocalDate;

/** How many incidents began in one week or quarter, and what they cost. */
public record IncidentSpan(LocalDate starts, int incidents, int orderAffecting, long lostOrders) {}
