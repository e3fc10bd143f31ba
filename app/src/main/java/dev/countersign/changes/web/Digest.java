package dev.countersign.changes.web;

import dev.countersign.changes.ChangeDocument;
import dev.countersign.registry.ProductionSystem;
import dev.countersign.spelling.Excerpt;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who decides wants to know before they scroll, on a page that is narrow: the text itself stands below.
 *
 * @param edited what differs from the revision it is compared with, by the names of the questions; empty if nothing is
 */
record Digest(String what, String where, String rollback, List<String> edited) {

    private static final int SOME = 160;
    private static final int FEW = 110;

    static Digest of(ChangeDocument document, List<ProductionSystem> systems, @Nullable DocumentDiff diff) {
        return new Digest(
                brief(document.why(), SOME),
                where(document, systems),
                rollback(document),
                diff == null
                        ? List.of()
                        : diff.fields().stream().map(DocumentDiff.Field::label).toList());
    }

    private static String where(ChangeDocument document, List<ProductionSystem> systems) {
        return "%s; %s, %s"
                .formatted(
                        brief(systems.stream().map(ProductionSystem::name).collect(Collectors.joining(", ")), FEW),
                        ReadableDocument.inSentence(document.environment()),
                        ReadableDocument.inSentence(document.blastRadius()));
    }

    private static String rollback(ChangeDocument document) {
        String how = brief(document.rollbackHow(), FEW);
        return document.rollbackMinutes() == null ? how : "%s (%d min)".formatted(how, document.rollbackMinutes());
    }

    private static String brief(String text, int most) {
        return Excerpt.of(text.replaceAll("\\s+", " ").strip(), most);
    }
}
