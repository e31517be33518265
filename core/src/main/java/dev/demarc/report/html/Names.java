package dev.demarc.report.html;

import dev.demarc.check.Verdict;
import dev.demarc.demarcation.Basis;
import dev.demarc.demarcation.Demarcation;
import dev.demarc.estate.Resource;
import dev.demarc.estate.ResourceType;
import dev.demarc.knowledge.Control;
import dev.demarc.knowledge.Severity;
import dev.demarc.knowledge.Side;
import dev.demarc.posture.CellState;
import dev.demarc.posture.ResourcePosture;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What columns refer to by number: every type, owner, place, control and pattern that occurs in an assessment, once.
 * Filled while the columns are written, so the summary, which holds the names, is written after them.
 */
final class Names {
    /** The order in which columns number these words; the summary tells the page. */
    static final List<Verdict> VERDICTS = List.of(Verdict.values());

    static final List<Side> SIDES = List.of(Side.values());
    static final List<CellState> STATES = List.of(CellState.values());
    static final List<Severity> SEVERITIES = List.of(Severity.values());

    final Index<ResourceType> types = new Index<>();
    final Index<String> subscriptions = new Index<>();
    final Index<String> owners = new Index<>();
    final Index<String> locations = new Index<>();
    final Index<String> sources = new Index<>();
    final Index<Reason> bases = new Index<>();

    /** Thirteen cells at a time: a side's letter and a state's number for each layer from the ground up. */
    final Index<String> strips = new Index<>();

    /** Thirteen reasons at a time, by number. */
    final Index<List<Integer>> basisRows = new Index<>();

    private final Index<String> controlIds = new Index<>();
    private final Map<String, Control> controls = new HashMap<>();

    /**
     * Why a layer is on a side, as text.
     *
     * @param kind {@code matrix}, {@code row}, {@code setting} or {@code unseen}
     * @param sources ids of the sources it rests on
     */
    record Reason(String kind, boolean isCertain, String says, List<String> sources) {}

    /** The number of a control. */
    int control(Control control) {
        controls.putIfAbsent(control.id(), control);
        return controlIds.of(control.id());
    }

    /** The controls by number. */
    List<Control> controls() {
        return controlIds.values().stream()
                .map(id -> Objects.requireNonNull(controls.get(id)))
                .toList();
    }

    /** The number of a resource's subscription; -1 above subscriptions. Case does not matter. */
    int subscription(Resource resource) {
        return resource.id()
                .subscription()
                .map(id -> subscriptions.of(id.toLowerCase(Locale.ROOT)))
                .orElse(-1);
    }

    /** The number of the pattern of sides and states of a resource; -1 when its type is unclassified. */
    int strip(ResourcePosture resource) {
        List<Demarcation.Cell> cells = resource.demarcation().cells();
        if (cells.isEmpty()) {
            return -1;
        }
        var pattern = new StringBuilder(2 * cells.size());
        for (int i = 0; i < cells.size(); i++) {
            CellState state = resource.states().get(i);
            pattern.append(cells.get(i).side().letter()).append(STATES.indexOf(state));
        }
        return strips.of(pattern.toString());
    }

    /** The number of the reasons of a resource's cells; -1 when its type is unclassified. */
    int basisRow(ResourcePosture resource) {
        List<Demarcation.Cell> cells = resource.demarcation().cells();
        if (cells.isEmpty()) {
            return -1;
        }
        var row = new ArrayList<Integer>(cells.size());
        for (Demarcation.Cell cell : cells) {
            row.add(bases.of(reason(cell.basis())));
        }
        return basisRows.of(List.copyOf(row));
    }

    private static Reason reason(Basis basis) {
        return switch (basis) {
            case Basis.Matrix matrix ->
                new Reason(
                        "matrix", basis.isCertain(), basis.says(), matrix.row().sources());
            case Basis.Row row ->
                new Reason(
                        "row",
                        basis.isCertain(),
                        basis.says(),
                        row.cell().sources().isEmpty()
                                ? row.row().sources()
                                : row.cell().sources());
            case Basis.Setting setting ->
                new Reason(
                        "setting",
                        basis.isCertain(),
                        basis.says(),
                        setting.shift().sources());
            case Basis.Unseen unseen ->
                new Reason(
                        "unseen",
                        basis.isCertain(),
                        basis.says(),
                        unseen.shift().sources());
        };
    }
}
