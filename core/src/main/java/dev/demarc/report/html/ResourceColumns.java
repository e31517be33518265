package dev.demarc.report.html;

import dev.demarc.document.JsonObject;
import dev.demarc.estate.Resource;
import dev.demarc.posture.ResourcePosture;
import java.util.ArrayList;
import java.util.List;

/**
 * The resources as columns, in id order. Ids are front-coded: how many characters an id shares with the one before, and
 * the rest.
 */
final class ResourceColumns {
    private final Block.Column shared = new Block.Column();
    private final List<String> rest = new ArrayList<>();
    private final Block.Column type = new Block.Column();
    private final Block.Column subscription = new Block.Column();
    private final Block.Column owner = new Block.Column();
    private final Block.Column location = new Block.Column();
    private final Block.Column strip = new Block.Column();
    private final Block.Column basis = new Block.Column();
    private final Block.Column findings = new Block.Column();
    private final Block.Column listed = new Block.Column();
    private final Block.Column parent = new Block.Column();
    private final Block.Column part = new Block.Column();
    private final List<String> whole = new ArrayList<>();
    private final Names names;

    private ResourceColumns(Names names) {
        this.names = names;
    }

    /** The columns of these resources; names met are added. */
    static JsonObject of(List<ResourcePosture> resources, Names names) {
        var columns = new ResourceColumns(names);
        String before = "";
        for (int i = 0; i < resources.size(); i++) {
            columns.add(resources.get(i), i, before);
            before = resources.get(i).resource().id().text();
        }
        return columns.json();
    }

    private void add(ResourcePosture posture, int number, String before) {
        Resource resource = posture.resource();
        String id = resource.id().text();
        int common = common(before, id);
        shared.add(common);
        rest.add(id.substring(common));
        type.add(names.types.of(resource.type()));
        subscription.add(names.subscription(resource));
        owner.add(posture.owner().map(names.owners::of).orElse(-1));
        location.add(resource.location().map(names.locations::of).orElse(-1));
        strip.add(names.strip(posture));
        basis.add(names.basisRow(posture));
        findings.add(posture.findings().size());
        if (resource.detail() == Resource.Detail.LISTED) {
            listed.add(number);
        }
        parent.add(Filling.parentLength(resource.id()));
        posture.demarcation().whole().ifPresent(other -> {
            part.add(number);
            whole.add(other.text());
        });
    }

    /** How many characters two texts start with alike, never ending inside a surrogate pair. */
    private static int common(String one, String other) {
        int most = Math.min(one.length(), other.length());
        int at = 0;
        while (at < most && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return at > 0 && Character.isHighSurrogate(one.charAt(at - 1)) ? at - 1 : at;
    }

    private JsonObject json() {
        return JsonObject.builder()
                .put("shared", shared.values())
                .put("rest", Block.texts(rest))
                .put("type", type.values())
                .put("subscription", subscription.values())
                .put("owner", owner.values())
                .put("location", location.values())
                .put("strip", strip.values())
                .put("basis", basis.values())
                .put("findings", findings.values())
                .put("listed", listed.values())
                .put("parent", parent.values())
                .put("part", part.values())
                .put("whole", Block.texts(whole))
                .build();
    }
}
