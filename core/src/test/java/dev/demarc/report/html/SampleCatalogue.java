package dev.demarc.report.html;

import dev.demarc.document.JsonBoolean;
import dev.demarc.document.JsonObject;
import dev.demarc.document.JsonString;
import dev.demarc.estate.ResourceType;
import dev.demarc.knowledge.Aliases;
import dev.demarc.knowledge.Area;
import dev.demarc.knowledge.Catalogue;
import dev.demarc.knowledge.Control;
import dev.demarc.knowledge.Edition;
import dev.demarc.knowledge.Framework;
import dev.demarc.knowledge.Layer;
import dev.demarc.knowledge.ResponsibilityRow;
import dev.demarc.knowledge.ServiceModel;
import dev.demarc.knowledge.Severity;
import dev.demarc.knowledge.Side;
import dev.demarc.knowledge.Source;
import dev.demarc.report.Azure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small catalogue built by hand, in the shape of the real one. */
final class SampleCatalogue {
    static final List<Layer> LAYERS = layers();

    private static final String TYPES = """
            Microsoft.Compute/virtualMachines|Virtual machine|compute|iaas|MMMMCCCCSCCCC
            Microsoft.Compute/disks|Managed disk|compute|iaas-storage|MMMM----SCCCC
            Microsoft.Compute/virtualMachineScaleSets|Virtual machine scale set|compute|iaas|MMMMSCCCSCCCC
            Microsoft.Web/sites|Web app|applications|paas|MMMMMSCSSCCCC
            Microsoft.Web/serverfarms|App Service plan|applications|paas|MMMMM--SSCC-C
            Microsoft.Logic/workflows|Logic app|applications|faas|MMMMMMCSSCCCC
            Microsoft.ContainerService/managedClusters|Kubernetes cluster|containers|caas|MMMMSSCCSCCCC
            Microsoft.ContainerRegistry/registries|Container registry|containers|paas|MMMMMMSSSCCCC
            Microsoft.Storage/storageAccounts|Storage account|storage|paas|MMMMMMSSSCCCC
            Microsoft.KeyVault/vaults|Key vault|security|paas|MMMMMMMSSCCCC
            Microsoft.Sql/servers|SQL server|databases|paas|MMMMMMSSSCCCC
            Microsoft.Sql/servers/databases|SQL database|databases|paas|MMMMMMSSSCCCC
            Microsoft.DocumentDB/databaseAccounts|Cosmos DB account|databases|paas|MMMMMMSSSCCCC
            Microsoft.Network/virtualNetworks|Virtual network|network|network|MMMM---C-C--C
            Microsoft.Network/networkSecurityGroups|Network security group|network|network|MMMM---C-C---
            Microsoft.Network/networkInterfaces|Network interface|network|network|MMMM---C-C---
            Microsoft.Network/publicIPAddresses|Public IP address|network|network|MMMM---C-C---
            Microsoft.Network/applicationGateways|Application gateway|network|paas|MMMMMMSCSC--C
            Microsoft.Insights/components|Application Insights|monitoring|saas|MMMMMMMSSCCSC
            Microsoft.OperationalInsights/workspaces|Log Analytics workspace|monitoring|saas|MMMMMMMSSCCSC
            Microsoft.Databricks/workspaces|Databricks workspace|analytics|partner-saas|MMMMSTSCSCCCC
            Microsoft.HybridCompute/machines|Arc-enabled server|hybrid|hybrid|CCCCCCCCSCCCC
            Microsoft.Resources/subscriptions/resourceGroups|Resource group|governance|control|MMMM------C---
            Microsoft.Resources/subscriptions|Subscription|governance|control|MMMM----SCC--
            """;

    private static final String CONTROLS = """
            vm-disk-encryption|Disks of the machine are encrypted with a key of its own|data|data|high|0
            vm-guest-patching|The platform installs critical updates on the machine|compute|operating-system|critical|0
            vm-no-public-address|The machine has no public IP address|network|network-controls|high|0
            vm-trusted-launch|The machine starts with secure boot and a virtual TPM|compute|operating-system|medium|0
            vm-identity|The machine signs in with a managed identity|identity|accounts|medium|0
            vm-monitoring-agent|The monitoring agent runs on the machine|monitoring|runtime|low|0
            disk-no-public-export|The disk cannot be exported over the internet|data|access|high|1
            disk-customer-key|The disk is encrypted with the customer's key|data|data|low|1
            vmss-automatic-os-upgrade|The scale set takes new operating system images by itself|compute|operating-system|high|2
            app-https-only|The web app answers over HTTPS only|applications|application|high|3
            app-minimum-tls|The web app refuses TLS below 1.2|applications|network-controls|medium|3
            app-no-ftp|Files reach the web app over FTPS or not at all|applications|access|medium|3
            app-managed-identity|The web app signs in with a managed identity|identity|accounts|medium|3
            app-current-runtime|The web app runs a supported runtime|applications|runtime|critical|3
            aks-local-accounts-off|The cluster refuses local accounts|identity|accounts|high|6
            aks-private-api|The cluster's API server is not on the internet|containers|network-controls|high|6
            aks-node-upgrades|The cluster's nodes take security updates by themselves|containers|operating-system|critical|6
            registry-no-admin|The registry's admin user is off|containers|accounts|medium|7
            storage-secure-transfer|The storage account refuses unencrypted connections|data|data|high|8
            storage-no-public-blobs|Nobody reads blobs without signing in|data|access|critical|8
            storage-network-closed|The storage account is closed to all networks but those named|network|network-controls|high|8
            storage-soft-delete|Deleted blobs can be brought back for a week or more|data|data|medium|8
            storage-no-shared-key|The storage account refuses shared keys|identity|access|medium|8
            vault-purge-protection|Deleted secrets cannot be purged before their time|data|data|high|9
            vault-network-closed|The key vault is closed to all networks but those named|network|network-controls|high|9
            vault-rbac|Access to the key vault is by role|identity|access|medium|9
            sql-entra-only|The server accepts Entra ID sign-in only|identity|accounts|high|10
            sql-no-azure-wide-rule|No firewall rule opens the server to all of Azure|network|network-controls|critical|10
            sql-auditing|The server's audit log is on and kept for 90 days|monitoring|application|high|10
            sqldb-encryption|The database is encrypted at rest|data|data|high|11
            cosmos-local-auth-off|The account refuses keys|identity|access|medium|12
            nsg-no-open-management|No management port is open to the internet|network|network-controls|critical|14
            nsg-flow-logs|Flows through the security group are logged|monitoring|access|low|14
            nic-no-forwarding|The interface does not forward traffic|network|network-controls|low|15
            gateway-waf|The gateway inspects requests in prevention mode|network|network-controls|high|17
            workspace-retention|Logs are kept for a year or more|monitoring|data|medium|19
            arc-agent-current|The agent is upgraded by itself|compute|runtime|medium|21
            subscription-owners|At most three people own the subscription|identity|access|critical|23
            """;

    private SampleCatalogue() {}

    static Catalogue catalogue() {
        var rows = new HashMap<ResourceType, ResponsibilityRow>();
        types().forEach(row -> rows.put(row.type(), row));
        return new Catalogue(
                "2026.11.24-4f1c9a27",
                LAYERS,
                models(),
                List.of(edition()),
                areas(),
                List.of(
                        new Framework("mcsb", "Microsoft cloud security benchmark", "v1", "Microsoft", "benchmark"),
                        new Framework("nist-800-53-r5", "NIST SP 800-53", "Rev. 5", "NIST", "catalogue")),
                Map.of(
                        "matrix-2026",
                        new Source(
                                "matrix-2026", "Shared responsibility in the cloud", "Microsoft", "x", "2026", "full"),
                        "service-api",
                        new Source("service-api", "Resource Manager reference", "Microsoft", "x", "", "part")),
                Map.of(Severity.CRITICAL, 10, Severity.HIGH, 6, Severity.MEDIUM, 3, Severity.LOW, 1),
                Azure.SECRETS,
                rows,
                controls(),
                new Aliases(Map.of()));
    }

    static Edition edition() {
        var sides = new HashMap<String, Side>();
        LAYERS.forEach(layer -> sides.put(layer.id(), layer.index() < 4 ? Side.MICROSOFT : Side.CUSTOMER));
        return new Edition(
                "matrix-2026-01",
                "Microsoft's responsibility matrix of January 2026",
                "2026-01-12",
                "",
                Map.of("iaas", sides, "paas", sides, "saas", sides, "on-premises", sides),
                Map.of("hypervisor", "No row of its own; counted among what Microsoft runs."));
    }

    static List<ResponsibilityRow> types() {
        return TYPES.lines().map(SampleCatalogue::row).toList();
    }

    private static ResponsibilityRow row(String line) {
        String[] parts = line.split("\\|", -1);
        var cells = new HashMap<String, ResponsibilityRow.Cell>();
        for (Layer layer : LAYERS) {
            char letter = parts[4].charAt(Math.min(layer.index(), parts[4].length() - 1));
            Side side = List.of(Side.values()).stream()
                    .filter(one -> one.letter() == letter)
                    .findFirst()
                    .orElseThrow();
            cells.put(
                    layer.id(),
                    new ResponsibilityRow.Cell(
                            Optional.of(side),
                            "service-text",
                            List.of("service-api"),
                            Optional.of("2025-10"),
                            Optional.empty(),
                            List.of()));
        }
        ServiceModel model = models().stream()
                .filter(one -> one.id().equals(parts[3]))
                .findFirst()
                .orElseThrow();
        var shift = new ResponsibilityRow.Shift(
                "operating-system",
                JsonBoolean.TRUE,
                Side.SHARED,
                "Azure installs critical updates outside busy hours, the customer chose this and owns every other update",
                List.of("service-api"),
                false);
        return new ResponsibilityRow(
                ResourceType.of(parts[0]),
                parts[1],
                parts[2],
                model,
                "2026-11-24",
                List.of("matrix-2026"),
                cells,
                List.of(shift),
                List.of(),
                Map.of(
                        "runtime",
                        "The engine's patches are Microsoft's, the choice of version is not. We say shared."));
    }

    static List<Control> controls() {
        var types = types();
        var controls = new ArrayList<Control>();
        CONTROLS.lines().forEach(line -> {
            String[] parts = line.split("\\|", -1);
            controls.add(control(parts, types.get(Integer.parseInt(parts[5])).type()));
        });
        controls.sort((one, other) -> one.id().compareTo(other.id()));
        return controls;
    }

    private static Control control(String[] parts, ResourceType type) {
        JsonObject rule = JsonObject.builder()
                .put(
                        "if",
                        JsonObject.builder()
                                .put("field", type.text() + "/setting")
                                .put("notEquals", "true")
                                .build())
                .put("then", JsonObject.builder().put("effect", "audit").build())
                .build();
        var example = new Control.Example(
                JsonObject.builder().put("id", new JsonString("/x")).build(), List.of());
        return new Control(
                parts[0],
                parts[1],
                parts[2],
                LAYERS.stream()
                        .filter(layer -> layer.id().equals(parts[3]))
                        .findFirst()
                        .orElseThrow(),
                Severity.parse(parts[4]).orElseThrow(),
                "low",
                "moderate",
                type,
                "Left as it is, whoever reaches this resource can go further than anybody meant. It has been the way in, in"
                        + " more than one published incident.",
                "The service takes a missing value as off.",
                Optional.empty(),
                JsonObject.empty(),
                rule,
                new Control.Remediation(
                        "az resource update --ids \"{{id}}\" --set properties.setting=true\n"
                                + "az resource show -g {{resourceGroup}} -n '{{name}}' --subscription {{subscription}}",
                        "resource it '" + type.text() + "@2024-01-01' = {\n  name: '{{name}}'\n"
                                + "  location: '{{location}}'\n  properties: {setting: true}\n}"),
                Map.of("mcsb", List.of("DP-3"), "nist-800-53-r5", List.of("SC-8", "SC-13")),
                List.of(),
                List.of("service-api"),
                "2026-11-24",
                example,
                example);
    }

    private static List<Layer> layers() {
        String table = """
                datacenter|Datacenter|Datacenter
                hardware|Hardware|Hardware
                network-backbone|Network backbone|Backbone
                hypervisor|Hypervisor and host|Hypervisor
                operating-system|Operating system|OS
                runtime|Runtime and middleware|Runtime
                application|Application|Application
                network-controls|Network controls|Network
                identity-infrastructure|Identity and directory infrastructure|Directory
                access|Access|Access
                accounts|Accounts and identities|Accounts
                devices|Devices|Devices
                data|Data|Data
                """;
        var layers = new ArrayList<Layer>();
        table.lines().forEach(line -> {
            String[] parts = line.split("\\|", -1);
            layers.add(new Layer(
                    layers.size(),
                    parts[0],
                    parts[1],
                    parts[2],
                    "what it covers",
                    layers.size() > 3 && layers.size() < 9,
                    "runs it",
                    "decides about it"));
        });
        return List.copyOf(layers);
    }

    private static List<ServiceModel> models() {
        return List.of(
                new ServiceModel("iaas", "Infrastructure as a service", "iaas"),
                new ServiceModel("iaas-storage", "Infrastructure storage", "iaas"),
                new ServiceModel("paas", "Platform as a service", "paas"),
                new ServiceModel("caas", "Containers as a service", "paas"),
                new ServiceModel("faas", "Functions as a service", "paas"),
                new ServiceModel("saas", "Software as a service", "saas"),
                new ServiceModel("partner-saas", "Software as a service run by a partner", "saas"),
                new ServiceModel("network", "Network resource", "paas"),
                new ServiceModel("control", "Control-plane object", "paas"),
                new ServiceModel("hybrid", "Customer hardware managed from Azure", "on-premises"));
    }

    private static List<Area> areas() {
        return List.of(
                new Area("identity", "Identity and access"),
                new Area("data", "Data protection"),
                new Area("network", "Network exposure"),
                new Area("applications", "Applications"),
                new Area("compute", "Compute and patching"),
                new Area("containers", "Containers"),
                new Area("monitoring", "Monitoring and logging"),
                new Area("governance", "Governance"));
    }
}
