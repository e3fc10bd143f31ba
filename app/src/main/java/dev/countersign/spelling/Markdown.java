package dev.countersign.spelling;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;
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

    /** An address whose host is what it seems: nobody's name stands before it. */
    private static final Pattern PAGE = Pattern.compile("(?i)https?://(?<host>[^/?#@\\\\]+)([/?#].*)?");

    private static final Parser PARSER = Parser.builder()
            .enabledBlockTypes(BLOCKS)
            .maxOpenBlockParsers(DEEPEST)
            .maxInlineNesting(DEEPEST)
            .build();

    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .softbreak("<br />\n")
            .nodeRendererFactory(LinkTold::new)
            .nodeRendererFactory(DefinitionAsText::new)
            .build();

    private static final PolicyFactory WALL = new HtmlPolicyBuilder()
            .allowElements("p", "br", "em", "strong", "code", "pre", "blockquote", "ul", "ol", "li", "hr", "a")
            .allowAttributes("start")
            .matching(start -> start.matches("[0-9]{1,9}"))
            .onElements("ol")
            .allowAttributes("href")
            .matching(address -> PAGE.matcher(address).matches() || address.matches("(?i)(mailto:|/(?![/\\\\])).+"))
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

    /**
     * Whatever somebody calls a link, the reader sees the host that it leads to, and whatever else Markdown would leave out
     * of it. A picture from elsewhere tells its owner who reads what; whoever wants to see it follows the link.
     */
    private record LinkTold(HtmlNodeRendererContext context) implements NodeRenderer {

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Link.class, Image.class);
        }

        @Override
        public void render(Node node) {
            switch (node) {
                case Link link -> render(link, link.getDestination(), link.getTitle());
                case Image image -> render(image, image.getDestination(), image.getTitle());
                default -> throw new IllegalStateException("Expected a link, but found %s.".formatted(node));
            }
        }

        private void render(Node node, String destination, @Nullable String title) {
            var html = context.getWriter();
            html.tag("a", Map.of("href", context.urlSanitizer().sanitizeLinkUrl(destination)));
            children(node).forEach(context::render);
            html.tag("/a");
            Stream.of(
                            Optional.of(destination)
                                    .filter(where -> !isSaid(words(node), where))
                                    .map(LinkTold::host),
                            Optional.ofNullable(title))
                    .flatMap(Optional::stream)
                    .forEach(told -> html.text(" (%s)".formatted(told)));
        }

        private static boolean isSaid(String words, String destination) {
            return Set.of(words, "mailto:" + words).contains(destination)
                    || host(destination).equals(words);
        }

        /** Of what is no address of a web page all of it. */
        private static String host(String destination) {
            Matcher page = PAGE.matcher(destination);
            return page.matches() ? page.group("host") : destination;
        }

        private static String words(Node node) {
            return switch (node) {
                case Text text -> text.getLiteral();
                case Code code -> code.getLiteral();
                default -> children(node).stream().map(LinkTold::words).collect(Collectors.joining());
            };
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
