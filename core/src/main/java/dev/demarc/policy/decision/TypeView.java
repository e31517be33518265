package dev.demarc.policy.decision;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonNull;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.estate.ResourceType;
import dev.demarc.policy.evaluation.Comparing;
import dev.demarc.policy.evaluation.Comparing.Reading;
import dev.demarc.policy.evaluation.FieldReference;
import dev.demarc.policy.evaluation.Fields;
import dev.demarc.policy.evaluation.PropertyPath;
import dev.demarc.policy.evaluation.SemanticsProfile;
import dev.demarc.policy.evaluation.Truth;
import dev.demarc.policy.syntax.Operator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of a resource's type when a condition is compiled. */
sealed interface TypeView {
    /** Whether the paths of properties are known. */
    boolean knowsPaths();

    /** The path of a property, where paths are known; empty when resources of this type have no such property. */
    Optional<PropertyPath> path(FieldReference.Property property);

    /** Whether a comparison of the type holds; null when that is not the same for all resources in view. */
    @Nullable
    Truth test(Operator operator, JsonValue right, SemanticsProfile semantics);

    /** Resources of one type. */
    record One(ResourceType type) implements TypeView {
        @Override
        public boolean knowsPaths() {
            return true;
        }

        @Override
        public Optional<PropertyPath> path(FieldReference.Property property) {
            return Fields.path(property, type);
        }

        /** The type may be written in any case, which only {@code match} minds. */
        @Override
        public @Nullable Truth test(Operator operator, JsonValue right, SemanticsProfile semantics) {
            return operator.kind() == Operator.Kind.MATCH
                    ? null
                    : new Comparing(semantics).compare(operator, new JsonString(type.text()), right, Reading.PROPERTY);
        }
    }

    /**
     * Resources of any type that the condition does not name, neither by itself nor by an alias. The type is written in
     * ASCII, so that it equals no type that is named.
     */
    record Unnamed() implements TypeView {
        @Override
        public boolean knowsPaths() {
            return true;
        }

        @Override
        public Optional<PropertyPath> path(FieldReference.Property property) {
            return property.anywhere();
        }

        @Override
        public @Nullable Truth test(Operator operator, JsonValue right, SemanticsProfile semantics) {
            if (right == JsonNull.NULL) {
                return ofAny(operator, right, semantics);
            }
            return switch (operator.kind()) {
                case EXISTENCE, CONTAINS_KEY -> ofAny(operator, right, semantics);
                case ORDER -> right instanceof JsonString ? null : ofAny(operator, right, semantics);
                case EQUALITY -> Truth.of(operator.negated());
                case IN -> in(operator, right, semantics);
                case LIKE -> isPattern(right, semantics) ? null : Truth.of(operator.negated());
                case CONTAINS, MATCH, MATCH_INSENSITIVELY -> null;
            };
        }

        /** The answer of an operator that does not mind which text it is asked of. */
        private static Truth ofAny(Operator operator, JsonValue right, SemanticsProfile semantics) {
            return new Comparing(semantics).compare(operator, new JsonString("?/?"), right, Reading.PROPERTY);
        }

        private static Truth in(Operator operator, JsonValue right, SemanticsProfile semantics) {
            return right instanceof JsonArray || semantics.inTakesOneValue()
                    ? Truth.of(operator.negated())
                    : ofAny(operator, right, semantics);
        }

        private static boolean isPattern(JsonValue right, SemanticsProfile semantics) {
            String pattern = Comparing.text(right);
            return pattern.indexOf('*') >= 0 || (semantics.questionMarkIsWildcard() && pattern.indexOf('?') >= 0);
        }
    }

    /** Resources of any type. */
    record Any() implements TypeView {
        @Override
        public boolean knowsPaths() {
            return false;
        }

        @Override
        public Optional<PropertyPath> path(FieldReference.Property property) {
            return Optional.empty();
        }

        @Override
        public @Nullable Truth test(Operator operator, JsonValue right, SemanticsProfile semantics) {
            return null;
        }
    }
}
