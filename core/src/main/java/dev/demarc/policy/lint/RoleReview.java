package dev.demarc.policy.lint;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonPointer;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.estate.ResourceId;
import dev.demarc.policy.expression.ExpressionParser;
import dev.demarc.policy.syntax.Details;

/** The roles that a change needs: whether each is the id of a role. */
final class RoleReview {
    private static final String TYPE = "microsoft.authorization/roledefinitions";

    private final WrittenDefinition written;
    private final Remarks remarks;

    RoleReview(WrittenDefinition written, Remarks remarks) {
        this.written = written;
        this.remarks = remarks;
    }

    void review(Details details) {
        JsonValue raw = switch (details) {
            case Details.Related related -> related.raw();
            case Details.Operations operations -> operations.raw();
            case Details.Attestation attestation -> attestation.raw();
            case Details.Guard guard -> guard.raw();
            case Details.Raw other -> other.value();
            case Details.None none -> JsonObject.empty();
        };
        JsonPointer at = remarks.child(written.then(remarks, "details"), "roleDefinitionIds");
        if (raw instanceof JsonObject object && object.getIgnoreCase("roleDefinitionIds") instanceof JsonArray roles) {
            for (int i = 0; i < roles.size(); i++) {
                if (!isRole(roles.get(i))) {
                    remarks.warning(
                            "wrong-role-id",
                            "`" + (roles.get(i) instanceof JsonString text ? text.value() : roles.get(i))
                                    + "` is not the id of a role",
                            remarks.of(at.child(i)),
                            "write /providers/Microsoft.Authorization/roleDefinitions/ and the role's GUID");
                }
            }
        }
    }

    private static boolean isRole(JsonValue value) {
        return value instanceof JsonString text
                && (ExpressionParser.isExpression(text.value())
                        || ResourceId.parse(text.value())
                                .filter(id -> id.type().folded().equals(TYPE))
                                .isPresent());
    }
}
