package dev.demarc.demarcation;

import dev.demarc.check.Subject;
import dev.demarc.document.Places;
import dev.demarc.estate.Neighbours;
import dev.demarc.estate.Resource;
import dev.demarc.estate.ResourceId;
import dev.demarc.estate.ResourceType;
import dev.demarc.knowledge.Catalogue;
import dev.demarc.knowledge.Edition;
import dev.demarc.knowledge.Layer;
import dev.demarc.knowledge.ResponsibilityRow;
import dev.demarc.knowledge.Side;
import dev.demarc.policy.PolicyCondition;
import dev.demarc.policy.evaluation.EvaluationContext;
import dev.demarc.policy.evaluation.Truth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The line between the sides, ready to be drawn through resources: the responsibility table read with one edition of
 * the matrix, its conditions prepared once.
 */
public final class Line {
    /** From the one that asks most of the customer to the one that asks least. */
    private static final List<Side> BY_DUTY =
            List.of(Side.CUSTOMER, Side.SHARED, Side.THIRD_PARTY, Side.MICROSOFT, Side.NONE);

    private final Catalogue catalogue;
    private final Edition edition;
    private final Map<ResourceType, ResponsibilityRow> wholes;
    private final Map<ResourceType, List<PreparedShift>> shifts = new HashMap<>();

    private record PreparedShift(ResponsibilityRow.Shift shift, PolicyCondition condition) {}

    private Line(Catalogue catalogue, Edition edition) {
        this.catalogue = catalogue;
        this.edition = edition;
        this.wholes = catalogue.wholes();
    }

    /**
     * The line that a catalogue draws under an edition of the matrix.
     *
     * @throws IllegalStateException when a condition in the table cannot be read: a broken build
     */
    public static Line of(Catalogue catalogue, Edition edition, EvaluationContext context) {
        var line = new Line(catalogue, edition);
        catalogue.rows().values().forEach(row -> {
            var prepared = new ArrayList<PreparedShift>();
            for (ResponsibilityRow.Shift shift : row.shifts()) {
                Places places = Places.unknownLines(row.type() + " " + shift.layer());
                var condition = PolicyCondition.of(shift.when(), places, catalogue.providers(), context);
                prepared.add(new PreparedShift(
                        shift,
                        condition
                                .value()
                                .orElseThrow(() -> new IllegalStateException(
                                        "a condition of " + row.type() + ": " + condition.errors()))));
            }
            line.shifts.put(row.type(), List.copyOf(prepared));
        });
        return line;
    }

    /** The edition of the matrix in force. */
    public Edition edition() {
        return edition;
    }

    /** Draws the line through one resource. */
    public Demarcation demarcate(Subject subject) {
        Optional<ResponsibilityRow> row = catalogue.row(subject.resource().type());
        if (row.isEmpty()) {
            return withoutCells(subject.resource());
        }
        var cells = new ArrayList<Demarcation.Cell>();
        for (Layer layer : catalogue.layers()) {
            cells.add(moved(subject, row.get(), settled(row.get(), layer)));
        }
        return new Demarcation(subject.resource(), row, Optional.empty(), cells);
    }

    /** A part of another resource, or something that the table does not know. */
    private Demarcation withoutCells(Resource resource) {
        Optional<ResponsibilityRow> row = Optional.ofNullable(wholes.get(resource.type()));
        return new Demarcation(resource, row, row.flatMap(of -> above(resource.id(), of.type())), List.of());
    }

    private static Optional<ResourceId> above(ResourceId id, ResourceType type) {
        Optional<ResourceId> at = id.parent();
        while (at.isPresent() && !at.get().type().equals(type)) {
            at = at.get().parent();
        }
        return at;
    }

    /**
     * Who answers for a layer of a part: whoever does for the whole. When the whole was not seen its settings are not
     * known, and of the sides possible the one that asks most of the customer is taken.
     */
    public Optional<Demarcation.Cell> cellOfPart(Demarcation part, Neighbours neighbours, Layer layer) {
        Optional<Resource> whole = part.whole().flatMap(neighbours::resource);
        if (whole.isPresent()) {
            return demarcate(new Subject(whole.get(), neighbours)).cell(layer);
        }
        return part.row().map(row -> {
            Demarcation.Cell cell = settled(row, layer);
            for (PreparedShift prepared : preparedFor(row, layer).reversed()) {
                cell = unseen(row, prepared.shift(), cell);
            }
            return cell;
        });
    }

    /** The cell as it is when no setting says otherwise. */
    private Demarcation.Cell settled(ResponsibilityRow row, Layer layer) {
        ResponsibilityRow.Cell cell = row.cells().get(layer.id());
        if (cell == null) {
            throw new IllegalStateException("the row of " + row.type() + " lacks the layer " + layer.id());
        }
        return cell.side()
                .map(side -> new Demarcation.Cell(layer, side, new Basis.Row(row, cell)))
                .orElseGet(() ->
                        new Demarcation.Cell(layer, edition.side(row.model(), layer), new Basis.Matrix(edition, row)));
    }

    private List<PreparedShift> preparedFor(ResponsibilityRow row, Layer layer) {
        return shifts.getOrDefault(row.type(), List.of()).stream()
                .filter(prepared -> prepared.shift().layer().equals(layer.id()))
                .toList();
    }

    /** The cell after the first setting that moves it. */
    private Demarcation.Cell moved(Subject subject, ResponsibilityRow row, Demarcation.Cell settled) {
        return moved(subject, row, settled, preparedFor(row, settled.layer()));
    }

    private static Demarcation.Cell moved(
            Subject subject, ResponsibilityRow row, Demarcation.Cell settled, List<PreparedShift> settings) {
        if (settings.isEmpty()) {
            return settled;
        }
        ResponsibilityRow.Shift shift = settings.getFirst().shift();
        List<PreparedShift> later = settings.subList(1, settings.size());
        return switch (settings.getFirst().condition().evaluate(subject)) {
            case Truth.Decided decided ->
                decided.holds()
                        ? new Demarcation.Cell(settled.layer(), shift.side(), new Basis.Setting(row, shift))
                        : moved(subject, row, settled, later);
            case Truth.Undecided undecided -> unseen(row, shift, moved(subject, row, settled, later));
        };
    }

    /** The cell where it is not known whether a setting moves it: the heavier of that side and what it is otherwise. */
    private static Demarcation.Cell unseen(
            ResponsibilityRow row, ResponsibilityRow.Shift shift, Demarcation.Cell otherwise) {
        boolean heavier = BY_DUTY.indexOf(shift.side()) < BY_DUTY.indexOf(otherwise.side());
        return new Demarcation.Cell(
                otherwise.layer(), heavier ? shift.side() : otherwise.side(), new Basis.Unseen(row, shift));
    }
}
