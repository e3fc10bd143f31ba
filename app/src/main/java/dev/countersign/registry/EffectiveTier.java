package dev.countersign.registry;

/**
 * The tier that counts at `:now`, as one expression: what two people override it with for a while, else 1 while the
 * rule says so, else what the owner declared, but at least 2. A system that was never judged keeps what was declared,
 * so that nothing becomes weaker because a judgement is missing. See `docs/decisions/tiers.md`.
 */
final class EffectiveTier {

    /** Systems `s`, their verdict `v`, their latest override `o`, and `e.tier`. */
    static final String OF_SYSTEMS = """
            registry.system s
            LEFT JOIN registry.verdict v ON v.system = s.key
            LEFT JOIN LATERAL (
                SELECT x.proposal, x.tier, x.reason, x.starts_at, x.ends_at FROM registry.override x
                WHERE x.system = s.key AND x.starts_at <= :now ORDER BY x.starts_at DESC, x.proposal DESC LIMIT 1
            ) o ON :now < o.ends_at
            CROSS JOIN LATERAL (
                SELECT coalesce(o.tier, CASE
                    WHEN v.system IS NULL THEN s.declared_tier
                    WHEN v.holds_until > :now THEN 1
                    ELSE greatest(s.declared_tier, 2) END) AS tier
            ) e
            """;

    private EffectiveTier() {}
}
