package dev.demarc.report;

import dev.demarc.document.JsonArray;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonString;
import dev.demarc.estate.ResourceType;
import dev.demarc.knowledge.Area;
import dev.demarc.knowledge.Catalogue;
import dev.demarc.knowledge.Control;
import dev.demarc.knowledge.Edition;
import dev.demarc.knowledge.Framework;
import dev.demarc.knowledge.Layer;
import dev.demarc.knowledge.Providers;
import dev.demarc.knowledge.ResponsibilityRow;
import dev.demarc.knowledge.SecretFields;
import dev.demarc.knowledge.ServiceModel;
import dev.demarc.knowledge.Severity;
import dev.demarc.knowledge.Side;
import dev.demarc.knowledge.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;

/** A small catalogue for the tests of this room: 13 layers, four resource types, six controls. */
@NullMarked
public final class Azure {
    static final ResourceType MACHINE = ResourceType.of("Microsoft.Compute/virtualMachines");
    static final ResourceType STORAGE = ResourceType.of("Microsoft.Storage/storageAccounts");
    static final ResourceType VAULT = ResourceType.of("Microsoft.KeyVault/vaults");
    static final ResourceType CLUSTER = ResourceType.of("Microsoft.ContainerService/managedClusters");

    static final List<Layer> LAYERS = layers(
            "datacenter Datacenter Datacenter",
            "hardware Hardware Hardware",
            "network-backbone Backbone Network_backbone",
            "hypervisor Hypervisor Hypervisor_and_host",
            "operating-system OS Operating_system",
            "runtime Runtime Runtime_and_middleware",
            "application Application Application",
            "network-controls Network Network_controls",
            "identity-infrastructure Directory Identity_and_directory_infrastructure",
            "access Access Access",
            "accounts Accounts Accounts_and_identities",
            "devices Devices Devices",
            "data Data Data");

    private static final ServiceModel IAAS = new ServiceModel("iaas", "Infrastructure as a service", "iaas");
    private static final ServiceModel PAAS = new ServiceModel("paas", "Platform as a service", "paas");

    static final Edition EDITION = new Edition(
            "matrix-2026-01",
            "Shared responsibility matrix of January 2026",
            "2026-01",
            "for tests",
            Map.of("iaas", sides("MMMMCCCCSCCCC"), "paas", sides("MMMMMSSSSCCCC")),
            Map.of());

    static final Control SECURE_TRANSFER = control(
            "storage-secure-transfer",
            "The storage account refuses unencrypted connections",
            "data data high",
            STORAGE);
    static final Control PUBLIC_BLOBS = control(
            "storage-no-public-blobs",
            "No container of the storage account can be made public",
            "data access critical",
            STORAGE);
    static final Control FIREWALL = control(
            "storage-firewall",
            "The storage account answers chosen networks only",
            "network network-controls medium",
            STORAGE);
    static final Control DISK_ENCRYPTION = control(
            "vm-host-encryption",
            "Temporary disks and caches of the virtual machine are encrypted on the host, too, so that nothing of them lies on a platform disk in the clear",
            "data data medium",
            MACHINE);
    static final Control PATCHING = control(
            "vm-patching", "The virtual machine is patched automatically", "compute operating-system high", MACHINE);
    static final Control PURGE =
            control("keyvault-purge-protection", "Nobody can purge a deleted vault", "data data low", VAULT);

    /** A table that drops next to nothing: reports see what sources have cleaned. */
    public static final SecretFields SECRETS = SecretFields.of(JsonObject.builder()
            .put("names", JsonArray.of(new JsonString("password")))
            .put("endings", JsonArray.of(new JsonString("password")))
            .put(
                    "texts",
                    JsonArray.of(JsonObject.builder()
                            .put("has", "sig=")
                            .put("pattern", "sig=[^&]+")
                            .build()))
            .build());

    static final Catalogue CATALOGUE = new Catalogue(
            "2026.11.24-1",
            LAYERS,
            List.of(IAAS, PAAS),
            List.of(EDITION),
            List.of(
                    new Area("data", "Data protection"),
                    new Area("network", "Network exposure"),
                    new Area("compute", "Compute and patching")),
            List.of(new Framework("mcsb", "Microsoft cloud security benchmark", "1", "Microsoft", "benchmark")),
            Map.of(
                    "storage-api",
                    new Source("storage-api", "Storage accounts", "Microsoft", "rest/api/storagerp", "2025-06", "full"),
                    "disk-texts",
                    new Source("disk-texts", "How disks are encrypted", "Microsoft", "docs/disks.md", "", "no")),
            Map.of(Severity.CRITICAL, 10, Severity.HIGH, 6, Severity.MEDIUM, 3, Severity.LOW, 1),
            SECRETS,
            rows(
                    row(MACHINE, "Virtual machine", IAAS, "MMMMCCCCSCCCC"),
                    row(STORAGE, "Storage account", PAAS, "MMMM-MMSSCCCC"),
                    row(VAULT, "Key vault", PAAS, "MMMMMMMSSCCCC"),
                    row(CLUSTER, "Kubernetes cluster", PAAS, "MMMMSSCCSCCCC")),
            List.of(PURGE, FIREWALL, PUBLIC_BLOBS, SECURE_TRANSFER, DISK_ENCRYPTION, PATCHING),
            Providers.NONE);

    private Azure() {}

    private static List<Layer> layers(String... described) {
        var layers = new ArrayList<Layer>();
        for (String one : described) {
            String[] words = one.split(" ", -1);
            boolean movable = layers.size() > 3 && layers.size() < 9;
            layers.add(new Layer(
                    layers.size(), words[0], words[2].replace('_', ' '), words[1], "covers", movable, "does", "does"));
        }
        return List.copyOf(layers);
    }

    private static Map<String, Side> sides(String letters) {
        var sides = new HashMap<String, Side>();
        for (Layer layer : LAYERS) {
            sides.put(layer.id(), side(letters.charAt(layer.index())));
        }
        return sides;
    }

    private static Side side(char letter) {
        for (Side side : Side.values()) {
            if (side.letter() == letter) {
                return side;
            }
        }
        throw new IllegalArgumentException("no side is " + letter);
    }

    private static ResponsibilityRow row(ResourceType type, String title, ServiceModel model, String letters) {
        var cells = new HashMap<String, ResponsibilityRow.Cell>();
        sides(letters)
                .forEach((layer, side) -> cells.put(
                        layer,
                        new ResponsibilityRow.Cell(
                                Optional.of(side),
                                "service-text",
                                List.of(),
                                Optional.of("2025-06"),
                                Optional.empty(),
                                List.of())));
        var patching = new ResponsibilityRow.Shift(
                "operating-system",
                JsonObject.empty(),
                Side.SHARED,
                "the platform installs updates, the customer schedules and restarts",
                List.of(),
                false);
        List<ResponsibilityRow.Shift> shifts = type.equals(MACHINE) ? List.of(patching) : List.of();
        return new ResponsibilityRow(
                type, title, "test", model, "2026-11-24", List.of(), cells, shifts, List.of(), Map.of(), false);
    }

    private static Map<ResourceType, ResponsibilityRow> rows(ResponsibilityRow... rows) {
        var byType = new HashMap<ResourceType, ResponsibilityRow>();
        for (ResponsibilityRow row : rows) {
            byType.put(row.type(), row);
        }
        return byType;
    }

    /** A control with this remediation. */
    static Control withRemediation(String cli, String bicep) {
        return new Control(
                PURGE.id(),
                PURGE.title(),
                PURGE.area(),
                PURGE.layer(),
                PURGE.severity(),
                PURGE.effort(),
                PURGE.userImpact(),
                PURGE.type(),
                PURGE.why(),
                PURGE.absent(),
                PURGE.appliesWhen(),
                PURGE.parameters(),
                PURGE.rule(),
                new Control.Remediation(cli, bicep),
                PURGE.mappings(),
                PURGE.equivalents(),
                PURGE.sources(),
                PURGE.checkedOn(),
                PURGE.compliant(),
                PURGE.failing());
    }

    /** A control; its area, layer and severity stand in one text. */
    private static Control control(String id, String title, String areaLayerSeverity, ResourceType type) {
        String[] words = areaLayerSeverity.split(" ", -1);
        Layer layer = LAYERS.stream()
                .filter(one -> one.id().equals(words[1]))
                .findFirst()
                .orElseThrow();
        var remediation = new Control.Remediation(
                "az resource update --ids \"{{id}}\" --set properties.x=true\n# in {{resourceGroup}}\naz group show --name {{resourceGroup}} --subscription '{{subscription}}'\n",
                "resource it '" + type.text()
                        + "@2025-01-01' = {\n  name: '{{name}}'\n  location: '{{location}}'\n}\n");
        return new Control(
                id,
                title,
                words[0],
                layer,
                Severity.parse(words[2]).orElseThrow(),
                "low",
                "moderate",
                type,
                "Whoever listens on the way reads and changes what is sent. That is a loss of confidentiality and of integrity at once.",
                "Absent means true for accounts made since 2019-04, false before.",
                Optional.empty(),
                JsonObject.empty(),
                JsonObject.builder()
                        .put(
                                "if",
                                JsonObject.builder()
                                        .put("field", "type")
                                        .put("equals", type.text())
                                        .build())
                        .put(
                                "then",
                                JsonObject.builder()
                                        .put("effect", new JsonString("audit"))
                                        .build())
                        .build(),
                remediation,
                Map.of("mcsb", List.of("DP-3", "DP-4"), "cis-azure-5.0", List.of("9.3.4")),
                List.of("404c3081-a854-4457-ae30-26a93ef643f9"),
                List.of("storage-api", "disk-texts"),
                "2026-11-24",
                new Control.Example(JsonObject.empty(), List.of()),
                new Control.Example(JsonObject.empty(), List.of()));
    }
}
