package dev.countersign.desk;

import dev.countersign.desk.Node.Kind;
import dev.countersign.engine.Models;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads process models as graphs, each once: they come with this version of the house and don't change under it. */
@Component
class Diagrams {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final Map<String, Kind> KINDS = Map.of(
            "startEvent", Kind.START,
            "endEvent", Kind.END,
            "intermediateCatchEvent", Kind.WAIT,
            "eventBasedGateway", Kind.WAIT,
            "intermediateThrowEvent", Kind.PASSAGE,
            "boundaryEvent", Kind.PASSAGE,
            "exclusiveGateway", Kind.PASSAGE,
            "parallelGateway", Kind.PASSAGE,
            "serviceTask", Kind.WORK,
            "userTask", Kind.WORK);

    private final Models models;
    private final Map<String, Diagram> known = new ConcurrentHashMap<>();

    Diagrams(Models models) {
        this.models = models;
    }

    Optional<Diagram> find(String process) {
        Optional<Diagram> diagram = Optional.ofNullable(known.get(process));
        return diagram.or(() -> models.xml(process).map(Diagrams::read).map(read -> {
            known.put(process, read);
            return read;
        }));
    }

    static Diagram read(String xml) {
        Document model = parse(xml);
        Map<String, Node> nodes = new LinkedHashMap<>();
        KINDS.forEach((tag, kind) -> elements(model, tag).forEach(element -> {
            String id = element.getAttribute("id");
            nodes.put(id, new Node(id, name(element), link(element).isPresent() ? Kind.PASSAGE : kind));
        }));
        Map<String, List<Flow>> outgoing = new HashMap<>();
        flows(model)
                .forEach(flow -> outgoing.computeIfAbsent(flow.from(), from -> new ArrayList<>())
                        .add(flow));
        return new Diagram(nodes, outgoing);
    }

    private static Stream<Flow> flows(Document model) {
        Stream<Flow> arrows = elements(model, "sequenceFlow")
                .map(flow -> new Flow(
                        flow.getAttribute("id"),
                        Flow.Kind.ARROW,
                        flow.getAttribute("sourceRef"),
                        flow.getAttribute("targetRef")));
        Stream<Flow> borders = elements(model, "boundaryEvent")
                .map(event ->
                        new Flow("", Flow.Kind.BORDER, event.getAttribute("attachedToRef"), event.getAttribute("id")));
        return Stream.of(arrows, borders, jumps(model)).flatMap(flows -> flows);
    }

    /** From every throwing link to the catching one of the same name. */
    private static Stream<Flow> jumps(Document model) {
        Map<String, String> catching = elements(model, "intermediateCatchEvent")
                .filter(event -> link(event).isPresent())
                .collect(Collectors.toMap(event -> link(event).orElseThrow(), event -> event.getAttribute("id")));
        return elements(model, "intermediateThrowEvent")
                .flatMap(event -> link(event)
                        .flatMap(link -> Optional.ofNullable(catching.get(link)))
                        .map(target -> new Flow("", Flow.Kind.LINK, event.getAttribute("id"), target))
                        .stream());
    }

    private static Optional<String> link(Element event) {
        NodeList links = event.getElementsByTagNameNS(BPMN, "linkEventDefinition");
        return links.getLength() == 0 ? Optional.empty() : Optional.of(((Element) links.item(0)).getAttribute("name"));
    }

    private static String name(Element element) {
        String name = element.getAttribute("name");
        return name.isEmpty() ? element.getAttribute("id") : name;
    }

    private static Stream<Element> elements(Document model, String tag) {
        NodeList found = model.getElementsByTagNameNS(BPMN, tag);
        return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i));
    }

    private static Document parse(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("Expected to read a process model, but it is no sound XML.", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
