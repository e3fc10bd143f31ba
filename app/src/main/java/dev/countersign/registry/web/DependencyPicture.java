package dev.countersign.registry.web;

import dev.countersign.registry.BlastRadius;
import dev.countersign.registry.BlastRadius.Step;
import dev.countersign.registry.ProductionSystem;
import dev.countersign.spelling.Excerpt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The neighbourhood of a system as a drawing: what it needs on the left, what needs it on the right, a column a step. */
record DependencyPicture(int width, int height, List<Box> boxes, List<Arrow> arrows, boolean complete) {

    private static final int STEPS = 2;
    private static final int MOST = 8;
    private static final int BOX_WIDTH = 152;
    private static final int BOX_HEIGHT = 34;
    private static final int COLUMN = 180;
    private static final int ROW = 46;
    private static final int EDGE = 8;

    /** A system, or how many more there are. */
    record Box(int x, int y, String words, String look) {
        public int textX() {
            return x + BOX_WIDTH / 2;
        }

        public int textY() {
            return y + BOX_HEIGHT / 2 + 4;
        }

        public int width() {
            return BOX_WIDTH;
        }

        public int height() {
            return BOX_HEIGHT;
        }
    }

    /** From what is needed to what needs it. */
    record Arrow(String path) {}

    static DependencyPicture of(BlastRadius radius, ProductionSystem system) {
        List<List<ProductionSystem>> columns = new ArrayList<>();
        shown(radius.upstream()).reversed().forEach(columns::add);
        int centre = columns.size();
        columns.add(List.of(system));
        columns.addAll(shown(radius.downstream()));
        int tallest = columns.stream()
                .mapToInt(column -> Math.min(column.size(), MOST + 1))
                .max()
                .orElse(1);
        int height = tallest * ROW + 2 * EDGE;
        List<Box> boxes = new ArrayList<>();
        List<Map<String, Box>> byKey = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            byKey.add(draw(columns.get(column), EDGE + column * COLUMN, height, column == centre, boxes));
        }
        boolean complete = radius.upstream().size() <= STEPS
                && radius.downstream().size() <= STEPS
                && columns.stream().allMatch(column -> column.size() <= MOST);
        return new DependencyPicture(
                (columns.size() - 1) * COLUMN + BOX_WIDTH + 2 * EDGE, height, boxes, arrows(radius, byKey), complete);
    }

    private static List<List<ProductionSystem>> shown(List<Step> steps) {
        return steps.stream().limit(STEPS).map(Step::systems).toList();
    }

    private static Map<String, Box> draw(
            List<ProductionSystem> column, int x, int height, boolean centre, List<Box> boxes) {
        Map<String, Box> byKey = new HashMap<>();
        int rows = Math.min(column.size(), MOST + 1);
        int top = (height - rows * ROW) / 2 + (ROW - BOX_HEIGHT) / 2;
        for (int row = 0; row < rows; row++) {
            boolean rest = row == MOST;
            ProductionSystem system = column.get(row);
            String words = rest ? "and %d more".formatted(column.size() - MOST) : brief(system.key());
            String look = rest ? "rest" : centre ? "self" : system.tier() == 1 ? "tier-one" : "";
            Box box = new Box(x, top + row * ROW, words, look);
            boxes.add(box);
            if (!rest) {
                byKey.put(system.key(), box);
            }
        }
        return byKey;
    }

    /** From column to column; what goes round in a circle stands in it once on each side. */
    private static List<Arrow> arrows(BlastRadius radius, List<Map<String, Box>> columns) {
        return IntStream.range(1, columns.size())
                .boxed()
                .flatMap(column -> radius.links().stream()
                        .flatMap(link -> Stream.ofNullable(
                                        columns.get(column - 1).get(link.upstream()))
                                .flatMap(from -> Stream.ofNullable(
                                                columns.get(column).get(link.system()))
                                        .map(to -> arrow(from, to)))))
                .toList();
    }

    private static Arrow arrow(Box from, Box to) {
        int startX = from.x() + BOX_WIDTH;
        int startY = from.y() + BOX_HEIGHT / 2;
        int endY = to.y() + BOX_HEIGHT / 2;
        int middle = (startX + to.x()) / 2;
        return new Arrow(
                "M%d %d C%d %d %d %d %d %d".formatted(startX, startY, middle, startY, middle, endY, to.x(), endY));
    }

    private static String brief(String key) {
        return Excerpt.of(key, 21);
    }
}
