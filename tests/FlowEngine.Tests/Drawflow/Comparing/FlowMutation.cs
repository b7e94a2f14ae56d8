using System.Text.Json.Nodes;
using FlowEngine.Drawflow.Comparing;

namespace FlowEngine.Tests.Drawflow.Comparing;

/// <summary>One edit of a generated document, with the differences that it must make.</summary>
internal sealed record FlowMutation(string Name, Action<FlowMutation.Flow> Apply, IReadOnlyList<string> Expected)
{
    public static IReadOnlyList<FlowMutation> All { get; } =
    [
        new("module added", flow => flow.Modules["zz"] = new JsonObject { ["data"] = new JsonObject() }, ["ModuleAdded zz  "]),
        new("node added", flow => flow.Home["n9"] = Node("n9", "message"), ["NodeAdded Home n9 "]),
        new("free node removed", flow => flow.Home.Remove("free"), ["NodeRemoved Home free "]),
        new(
            "connected node removed",
            flow =>
            {
                flow.Home.Remove("b");
                Connections(flow, "a", "outputs", "output_1").Clear();
            },
            ["NodeRemoved Home b ", "EdgeRemoved Home  a.1>b.1"]),
        new("node moved", flow => flow.Home["a"]!["pos_x"] = 417.5, ["NodeMoved Home a "]),
        new("node retyped", flow => flow.Home["a"]!["name"] = "retyped", ["NodeRetyped Home a "]),
        new(
            "port added",
            flow => flow.Home["a"]!["outputs"]!["output_2"] = new JsonObject { ["connections"] = new JsonArray() },
            ["PortsChanged Home a "]),
        new("field changed", flow => flow.Home["a"]!["data"]!["text"] = "other", ["ConfigurationChanged Home a /text"]),
        new("field added", flow => flow.Home["a"]!["data"]!["x~y/z"] = null, ["ConfigurationChanged Home a /x~0y~1z"]),
        new("field removed", flow => ((JsonObject)flow.Home["a"]!["data"]!).Remove("text"), ["ConfigurationChanged Home a /text"]),
        new("field of another kind", flow => flow.Home["a"]!["data"]!["text"] = new JsonObject(), ["ConfigurationChanged Home a /text"]),
        new("element inserted", flow => List(flow).Insert(1, "new"), ["ConfigurationChanged Home a /list/1"]),
        new("element removed", flow => List(flow).RemoveAt(0), ["ConfigurationChanged Home a /list/0"]),
        new("deep field changed", flow => List(flow)[2]!["deep"] = 8, ["ConfigurationChanged Home a /list/2/deep"]),
        new("edge added", flow => Connect(flow, "free", "b"), ["EdgeAdded Home  free.1>b.1"]),
        new(
            "edge removed",
            flow =>
            {
                Connections(flow, "a", "outputs", "output_1").Clear();
                Connections(flow, "b", "inputs", "input_1").Clear();
            },
            ["EdgeRemoved Home  a.1>b.1"]),
        new("edge broken at one end", flow => Connections(flow, "b", "inputs", "input_1").Clear(), ["EdgeRemoved Home  a.1>b.1"]),
        new("start changed", flow => flow.Start = "b", ["StartChanged   "]),
        new("start removed", flow => flow.Start = null, ["StartChanged   "]),
        new("settings changed", flow => flow.Settings = """{"maxSteps":20}""", ["SettingsChanged   /maxSteps"]),
        new("settings removed", flow => flow.Settings = null, ["SettingsChanged   /maxSteps"]),
        new("appearance changed", flow => flow.Home["a"]!["html"] = "<b>", []),
        new("number written otherwise", flow => flow.Home["a"]!["data"]!["number"] = JsonNode.Parse("1.50"), []),
    ];

    public static Flow Base(int seed)
    {
        var flow = new Flow((JsonObject)JsonNode.Parse(new GeneratedDocument(seed, oneEnded: true).Json)!);
        flow.Home["a"] = Node("a", "message");
        flow.Home["b"] = Node("b", "message");
        flow.Home["free"] = Node("free", "message");
        Connect(flow, "a", "b");
        return flow;
    }

    public static string Shown(FlowChange change) =>
        $"{change.Kind} {change.Module} {change.NodeId} {change.Pointer}"
        + (change.Edge is { } edge ? $"{edge.From}.{edge.Output}>{edge.To}.{edge.Input}" : "");

    private static JsonObject Node(string id, string type) => new()
    {
        ["id"] = id,
        ["name"] = type,
        ["data"] = new JsonObject
        {
            ["text"] = "t", ["number"] = JsonNode.Parse("1.5"), ["list"] = new JsonArray("a", "b", new JsonObject { ["deep"] = 7 }),
        },
        ["class"] = "x",
        ["html"] = "",
        ["typenode"] = false,
        ["inputs"] = new JsonObject { ["input_1"] = new JsonObject { ["connections"] = new JsonArray() } },
        ["outputs"] = new JsonObject { ["output_1"] = new JsonObject { ["connections"] = new JsonArray() } },
        ["pos_x"] = 1,
        ["pos_y"] = 2,
    };

    private static JsonArray List(Flow flow) => (JsonArray)flow.Home["a"]!["data"]!["list"]!;

    private static JsonArray Connections(Flow flow, string node, string side, string port) =>
        (JsonArray)flow.Home[node]![side]![port]!["connections"]!;

    private static void Connect(Flow flow, string from, string to)
    {
        Connections(flow, from, "outputs", "output_1").Add(new JsonObject { ["node"] = to, ["output"] = "input_1" });
        Connections(flow, to, "inputs", "input_1").Add(new JsonObject { ["node"] = from, ["input"] = "output_1" });
    }

    internal sealed class Flow(JsonObject root)
    {
        public JsonObject Modules => (JsonObject)root["drawflow"]!;

        public JsonObject Home => (JsonObject)Modules[FlowEngine.Drawflow.DrawflowDocument.HomeName]!["data"]!;

        public string? Start { get; set; } = "a";

        public string? Settings { get; set; } = """{"maxSteps":10}""";

        public string Json => root.ToJsonString();

        public ComparedFlow Read() => new(FlowEngine.Drawflow.DrawflowReader.Read(Json).Document!, Start, Settings);
    }
}
