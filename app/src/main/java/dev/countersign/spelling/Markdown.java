package dev.countersign.spelling;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * What people write in a change or a remark, as HTML that can stand on a page of ours: paragraphs, emphasis, code, quotes,
 * lists and links. Everything else is text; headings too, because the outline of a page is the page's own. What Markdown
 * would leave out is text as well: who approves a text has to see all of it.
 */
public final class Markdown {

    /** Nobody quotes a quote so deep; whoever tries gets text. */
    private static final int DEEPEST = 20;

    private static final Set<Class<? extends Block>> BLOCKS = Set.of(
            BlockQuote.class, FencedCodeBlock.class, IndentedCodeBlock.class, ListBlock.class, ThematicBreak.class);

    private static final Parser PARSER = Parser.builder()
            .enabledBlockTypes(BLOCKS)
            .maxOpenBlockParsers(DEEPEST)
            .maxInlineNesting(DEEPEST)
            .build();

    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .softbreak("<br />\n")
            .nodeRendererFactory(ImageAsLink::new)
            .nodeRendererFactory(DefinitionAsText::new)
            .build();

    private static final PolicyFactory WALL = new HtmlPolicyBuilder()
            .allowElements("p", "br", "em", "strong", "code", "pre", "blockquote", "ul", "ol", "li", "hr", "a")
            .allowAttributes("start")
            .matching(start -> start.matches("[0-9]{1,9}"))
            .onElements("ol")
            .allowAttributes("href")
            .matching(address -> address.matches("(?i)(https?://|mailto:|/(?![/\\\\])).+"))
            .onElements("a")
            .allowUrlProtocols("https", "http", "mailto")
            .requireRelsOnLinks("nofollow", "noopener", "noreferrer")
            .toFactory();

    private Markdown() {}

    /** Safe to be put on a page as it is. */
    public static String html(String text) {
        return WALL.sanitize(HiddenCharacters.shown(RENDERER.render(PARSER.parse(HiddenCharacters.shown(text)))));
    }

    /** Where a link leads is told once more: a definition that nothing refers to is how Markdown hides a comment. */
    private record DefinitionAsText(HtmlNodeRendererContext context) implements NodeRenderer {

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(LinkReferenceDefinition.class);
        }

        @Override
        public void render(Node node) {
            var definition = (LinkReferenceDefinition) node;
            var html = context.getWriter();
            html.tag("p");
            html.text("[%s]: %s".formatted(definition.getLabel(), definition.getDestination()));
            if (definition.getTitle() != null) {
                html.text(" (%s)".formatted(definition.getTitle()));
            }
            html.tag("/p");
        }
    }

    /** A picture from elsewhere tells its owner who reads what; whoever wants to see it follows the link. */
    private record ImageAsLink(HtmlNodeRendererContext context) implements NodeRenderer {

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Image.class);
        }

        @Override
        public void render(Node node) {
            Image image = (Image) node;
            var html = context.getWriter();
            html.tag("a", Map.of("href", context.urlSanitizer().sanitizeLinkUrl(image.getDestination())));
            for (Node inner : children(image)) {
                context.render(inner);
            }
            html.tag("/a");
        }

        private static List<Node> children(Node node) {
            var children = new ArrayList<Node>();
            for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
                children.add(child);
            }
            return children;
        }
    }
}
