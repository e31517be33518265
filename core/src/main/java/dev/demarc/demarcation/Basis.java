package dev.demarc.demarcation;

import dev.demarc.knowledge.Edition;
import dev.demarc.knowledge.ResponsibilityRow;
import java.util.List;
import java.util.Locale;

/** Why a layer of a resource is on a side. */
public sealed interface Basis {

    /** The chosen edition of Microsoft's matrix says so for the type's service model. */
    record Matrix(Edition edition, ResponsibilityRow row) implements Basis {}

    /** The type's own row says so. */
    record Row(ResponsibilityRow row, ResponsibilityRow.Cell cell) implements Basis {}

    /** A setting of the resource moved it. */
    record Setting(ResponsibilityRow row, ResponsibilityRow.Shift shift) implements Basis {}

    /**
     * A setting may have moved it, but that setting was not seen; of the sides possible the one that asks most of the
     * customer is taken.
     */
    record Unseen(ResponsibilityRow row, ResponsibilityRow.Shift shift) implements Basis {}

    /** Whether everything that decides the side was seen. */
    default boolean isCertain() {
        return switch (this) {
            case Matrix matrix -> true;
            case Row row -> true;
            case Setting setting -> !setting.shift().assumed();
            case Unseen unseen -> false;
        };
    }

    /** The published texts it rests on, by their ids; those of the row where the cell names none of its own. */
    default List<String> sources() {
        return switch (this) {
            case Matrix matrix -> matrix.row().sources();
            case Row row ->
                row.cell().sources().isEmpty()
                        ? row.row().sources()
                        : row.cell().sources();
            case Setting setting -> setting.shift().sources();
            case Unseen unseen -> unseen.shift().sources();
        };
    }

    /** One sentence for people. */
    default String says() {
        return switch (this) {
            case Matrix(Edition edition, ResponsibilityRow row) ->
                edition.title() + ", column " + row.model().column() + ", as " + row.title() + " is "
                        + row.model().title().toLowerCase(Locale.ROOT);
            case Row(ResponsibilityRow row, ResponsibilityRow.Cell cell) ->
                "the row of " + row.type() + " (evidence: " + cell.tier()
                        + cell.date().map(date -> ", " + date).orElse("") + ")"
                        + cell.note().map(note -> ": " + note).orElse("");
            case Setting(ResponsibilityRow row, ResponsibilityRow.Shift shift) -> "its settings: " + shift.because();
            case Unseen(ResponsibilityRow row, ResponsibilityRow.Shift shift) ->
                "a setting that was not seen may decide it: " + shift.because();
        };
    }
}
