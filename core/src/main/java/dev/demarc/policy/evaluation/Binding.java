package dev.demarc.policy.evaluation;

import dev.demarc.knowledge.Aliases;
import dev.demarc.policy.expression.Outcome;
import dev.demarc.policy.expression.Template;
import dev.demarc.policy.syntax.Condition;
import dev.demarc.policy.syntax.Details;
import dev.demarc.policy.syntax.Left;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Fills in whatever a rule decides without a resource: parameters, and functions of them. What fails stays as it is, to
 * fail where it is evaluated.
 */
public final class Binding {
    private final Expressions expressions;
    private final Effort effort = Effort.ofRule();

    /** A binding to these values. */
    public Binding(ParameterValues parameters, EvaluationContext context) {
        var noFields = Fields.of(Aliases.NONE, Set.of(), Optional.empty());
        this.expressions = new Expressions(noFields, parameters, context);
    }

    /** The condition with everything filled in that needs no resource. */
    public Condition condition(Condition condition) {
        return switch (condition) {
            case Condition.AllOf all -> new Condition.AllOf(conditions(all.parts()), all.place());
            case Condition.AnyOf any -> new Condition.AnyOf(conditions(any.parts()), any.place());
            case Condition.Not not -> new Condition.Not(condition(not.part()), not.place());
            case Condition.Comparison comparison ->
                new Condition.Comparison(
                        left(comparison.left()),
                        comparison.operator(),
                        template(comparison.right()),
                        comparison.place());
        };
    }

    private List<Condition> conditions(List<Condition> conditions) {
        return conditions.stream().map(this::condition).toList();
    }

    private Left left(Left left) {
        return switch (left) {
            case Left.Field field -> new Left.Field(template(field.name()));
            case Left.Value value -> new Left.Value(template(value.value()));
            case Left.FieldCount count ->
                new Left.FieldCount(template(count.alias()), count.where().map(this::condition));
            case Left.ValueCount count ->
                new Left.ValueCount(
                        template(count.items()), count.name(), count.where().map(this::condition));
        };
    }

    /** The details with everything filled in that needs no resource. */
    public Details details(Details details) {
        return switch (details) {
            case Details.None none -> none;
            case Details.Related wanted -> related(wanted);
            case Details.Operations changes ->
                new Details.Operations(
                        changes.operations().stream().map(this::operation).toList(),
                        changes.conflictEffect().map(this::template),
                        changes.raw());
            case Details.Attestation attestation ->
                new Details.Attestation(attestation.defaultState().map(this::template), attestation.raw());
            case Details.Guard guard ->
                new Details.Guard(
                        guard.actionNames().map(this::template),
                        guard.onGroupDeletion().map(this::template),
                        guard.raw());
            case Details.Raw raw -> raw;
        };
    }

    private Details.Operation operation(Details.Operation operation) {
        return new Details.Operation(
                operation.action(),
                template(operation.field()),
                operation.value().map(this::template),
                operation.condition().map(this::template));
    }

    private Details.Related related(Details.Related related) {
        return new Details.Related(
                template(related.type()),
                related.name().map(this::template),
                related.resourceGroupName().map(this::template),
                related.inSubscription(),
                related.existenceCondition().map(this::condition),
                related.place(),
                related.raw());
    }

    /** The template as a constant, if it needs no resource and does not fail. */
    public Template template(Template template) {
        if (template instanceof Template.Constant || template.any(node -> !Expressions.isFree(node))) {
            return template;
        }
        return expressions.free(template, effort) instanceof Outcome.Value found
                ? new Template.Constant(found.value())
                : template;
    }
}
