package dev.countersign.identity.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.AbstractElementTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * Lets every text on a page, and every field in which people write, run in its own direction and turn nothing around it.
 * It is done for all of them here, so no page can forget it; one that knows better says so by its own `dir`.
 */
@Component
class TextDirection extends AbstractProcessorDialect {

    TextDirection() {
        super("Direction of texts", "th", StandardDialect.PROCESSOR_PRECEDENCE);
    }

    @Override
    public Set<IProcessor> getProcessors(String prefix) {
        return Stream.of(
                        new Auto(prefix, null, "text"),
                        new Auto(prefix, null, "utext"),
                        new Auto(prefix, "input", null),
                        new Auto(prefix, "textarea", null))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static final class Auto extends AbstractElementTagProcessor {

        /** After everything that gives a field its type. */
        private static final int LAST = 50_000;

        private static final int BEFORE_THE_TEXT = 1200;
        private static final List<String> WRITTEN = List.of("text", "search", "email", "tel", "url");

        Auto(String prefix, @Nullable String element, @Nullable String attribute) {
            super(
                    TemplateMode.HTML,
                    prefix,
                    element,
                    false,
                    attribute,
                    attribute != null,
                    attribute == null ? LAST : BEFORE_THE_TEXT);
        }

        @Override
        protected void doProcess(
                ITemplateContext context, IProcessableElementTag tag, IElementTagStructureHandler handler) {
            if (!tag.hasAttribute("dir") && isWritten(tag)) {
                handler.setAttribute("dir", "auto");
            }
        }

        /** SVG knows no `dir`, and nobody writes in a tick box. */
        private static boolean isWritten(IProcessableElementTag tag) {
            return switch (tag.getElementCompleteName()) {
                case "text" -> false;
                case "input" ->
                    !tag.hasAttribute("type") || WRITTEN.contains(String.valueOf(tag.getAttributeValue("type")));
                default -> true;
            };
        }
    }
}
