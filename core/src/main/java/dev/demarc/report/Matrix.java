package dev.demarc.report;

import dev.demarc.demarcation.Basis;
import dev.demarc.demarcation.Demarcation;
import dev.demarc.estate.Resource;
import dev.demarc.estate.ResourceType;
import dev.demarc.knowledge.Layer;
import dev.demarc.knowledge.ResponsibilityRow;
import dev.demarc.knowledge.Side;
import dev.demarc.posture.Assessment;
import dev.demarc.posture.ResourcePosture;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who answers for which layer, as a table. By type, resources of one type between which the line runs alike share a
 * row; where settings make it run differently the type has several rows, the one with the most resources first.
 *
 * @param assessment what it was drawn from
 * @param rows by type, or by resource in id order
 * @param unclassified types that the table does not know, with how many resources have them: no line can be drawn
 */
public record Matrix(Assessment assessment, By by, List<Row> rows, SortedMap<ResourceType, Integer> unclassified) {

    /** What a row stands for. */
    public enum By {
        TYPE("type"),
        RESOURCE("resource");

        private final String word;

        By(String word) {
            this.word = word;
        }

        /** The word on the command line and in output. */
        public String word() {
            return word;
        }

        /** What is meant by this word; empty when nothing is. */
        public static Optional<By> parse(String word) {
            for (By by : values()) {
                if (by.word.equals(word)) {
                    return Optional.of(by);
                }
            }
            return Optional.empty();
        }
    }

    /**
     * One row.
     *
     * @param known what the table says of the type
     * @param resource the resource, when there is a row for each
     * @param resources how many resources the row stands for
     * @param marks a mark for each layer from the ground up
     */
    public record Row(ResponsibilityRow known, Optional<Resource> resource, int resources, List<Mark> marks) {
        public Row {
            marks = List.copyOf(marks);
        }
    }

    /**
     * One layer in a row.
     *
     * @param moved whether a setting moved it
     * @param certain whether everything that decides the side was seen
     * @param says why, a sentence for each reason among the resources
     */
    public record Mark(Layer layer, Side side, boolean moved, boolean certain, List<String> says) {
        public Mark {
            says = List.copyOf(says);
        }
    }

    public Matrix {
        rows = List.copyOf(rows);
        unclassified = Collections.unmodifiableSortedMap(new TreeMap<>(unclassified));
    }

    /** The matrix of an assessment's resources. */
    public static Matrix of(Assessment assessment, By by) {
        var classified = new ArrayList<Demarcation>();
        var unclassified = new TreeMap<ResourceType, Integer>();
        for (ResourcePosture posture : assessment.resources()) {
            Demarcation demarcation = posture.demarcation();
            if (!demarcation.cells().isEmpty()) {
                classified.add(demarcation);
            } else if (!demarcation.isPart()) {
                unclassified.merge(demarcation.resource().type(), 1, Integer::sum);
            }
        }
        List<Row> rows = switch (by) {
            case TYPE -> byType(classified);
            case RESOURCE ->
                classified.stream()
                        .map(one -> row(List.of(one), Optional.of(one.resource())))
                        .toList();
        };
        return new Matrix(assessment, by, rows, unclassified);
    }

    /** What resources that share a row have in common. */
    private record Likeness(ResourceType type, List<Side> sides, List<Boolean> moved, List<Boolean> certain) {
        static Likeness of(Demarcation demarcation) {
            List<Demarcation.Cell> cells = demarcation.cells();
            return new Likeness(
                    demarcation.resource().type(),
                    cells.stream().map(Demarcation.Cell::side).toList(),
                    cells.stream().map(Matrix::isMoved).toList(),
                    cells.stream().map(cell -> cell.basis().isCertain()).toList());
        }
    }

    private static List<Row> byType(List<Demarcation> demarcations) {
        var alike = new LinkedHashMap<Likeness, List<Demarcation>>();
        for (Demarcation demarcation : demarcations) {
            alike.computeIfAbsent(Likeness.of(demarcation), likeness -> new ArrayList<>())
                    .add(demarcation);
        }
        return alike.values().stream()
                .map(members -> row(members, Optional.empty()))
                .sorted(Comparator.comparing((Row row) -> row.known().type())
                        .thenComparing(Comparator.comparingInt(Row::resources).reversed()))
                .toList();
    }

    private static Row row(List<Demarcation> alike, Optional<Resource> resource) {
        Demarcation first = alike.getFirst();
        var marks = new ArrayList<Mark>();
        for (Demarcation.Cell cell : first.cells()) {
            Set<String> says = new LinkedHashSet<>();
            for (Demarcation one : alike) {
                says.add(one.cells().get(cell.layer().index()).basis().says());
            }
            marks.add(new Mark(
                    cell.layer(), cell.side(), isMoved(cell), cell.basis().isCertain(), List.copyOf(says)));
        }
        return new Row(first.row().orElseThrow(), resource, alike.size(), marks);
    }

    private static boolean isMoved(Demarcation.Cell cell) {
        return cell.basis() instanceof Basis.Setting;
    }
}
