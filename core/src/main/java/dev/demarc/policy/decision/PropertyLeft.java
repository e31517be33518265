package dev.demarc.policy.decision;

import dev.demarc.document.JsonNull;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonValue;
import dev.demarc.estate.Resource;
import dev.demarc.policy.evaluation.FieldReference;
import dev.demarc.policy.evaluation.Properties;
import dev.demarc.policy.evaluation.PropertyPath;
import dev.demarc.policy.evaluation.Scope;
import dev.demarc.policy.evaluation.Truth;

/** One property, on a path through objects only. */
final class PropertyLeft implements LeftSide {
    private final FieldReference reference;
    private final PropertyPath path;
    private final String written;
    private final String[] names;

    PropertyLeft(FieldReference reference, PropertyPath path) {
        this.reference = reference;
        this.path = path;
        this.written = path.text();
        this.names = path.steps().toArray(String[]::new);
    }

    @Override
    public Truth asked(Question question, Scope scope) {
        Resource resource = scope.resource();
        JsonValue value = resource.document();
        for (String name : names) {
            JsonValue next = value instanceof JsonObject object ? object.getIgnoreCase(name) : null;
            if (next == null) {
                boolean hidden = !(value instanceof JsonObject) && value != JsonNull.NULL;
                return hidden ? LeftSide.selected(reference, question, scope, true) : absent(question, resource);
            }
            value = next;
        }
        return question.of(value);
    }

    private Truth absent(Question question, Resource resource) {
        String unseen = Properties.whyUnseen(path, written, resource);
        return unseen == null ? question.of(null) : Truth.notSeen(unseen);
    }
}
