using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using FlowEngine.Drawflow;

namespace FlowEngine.Tests.Drawflow;

/// <summary>A document made from a seed, with the edges it should have.</summary>
internal sealed class GeneratedDocument
{
    private static readonly string[] _texts =
        ["", "Selam, İstanbul ğüşöç", "日本語 👋🏽", "<img src=x onerror=alert(1)>", "a\"b\\c/d\n\t", "{{walk.x}}", "~/~0", "input_1"];

    private static readonly string[] _numbers = ["0", "-0.0", "1.50", "1e2", "12345678901234567890", "-7", "0.1"];

    private readonly Random _random;
    private readonly Dictionary<string, List<DrawflowEdge>> _edges = new(StringComparer.Ordinal);
    private int _ids;

    public GeneratedDocument(int seed, bool oneEnded)
    {
        _random = new Random(seed);
        var modules = new JsonObject();
        var names = new[] { "Home", "Diğer", "sub-flow", "a/b" };
        foreach (var name in names.Take(_random.Next(1, names.Length + 1)))
        {
            modules[name] = Unknown(new JsonObject { ["data"] = Nodes(name, oneEnded) });
        }

        var root = _random.Next(3) == 0 ? Unknown(new JsonObject { ["drawflow"] = modules }) : new JsonObject { ["drawflow"] = modules };
        Json = root.ToJsonString(new JsonSerializerOptions { WriteIndented = _random.Next(2) == 0 });
    }

    public string Json { get; }

    /// <summary>By module, as a set: the order of the output port is in the edges.</summary>
    public IReadOnlyDictionary<string, List<DrawflowEdge>> Edges => _edges;

    private JsonObject Nodes(string module, bool oneEnded)
    {
        var nodes = new List<(string Id, JsonObject Json, int Inputs, int Outputs)>();
        for (var i = _random.Next(8); i > 0; i--)
        {
            var id = NewId();
            var (inputs, outputs) = (_random.Next(4), _random.Next(4));
            nodes.Add((id, Node(id, inputs, outputs), inputs, outputs));
        }

        _edges[module] = [];
        var sources = nodes.Where(n => n.Outputs > 0).ToList();
        var targets = nodes.Where(n => n.Inputs > 0).ToList();
        for (var i = sources.Count > 0 && targets.Count > 0 ? _random.Next(15) : 0; i > 0; i--)
        {
            var source = sources[_random.Next(sources.Count)];
            var target = targets[_random.Next(targets.Count)];
            var ends = oneEnded ? (EdgeEnds)_random.Next(3) : EdgeEnds.Both;
            Connect(module, source.Json, _random.Next(source.Outputs) + 1, target.Json, _random.Next(target.Inputs) + 1, source.Id, target.Id, ends);
        }

        return new JsonObject(nodes.Select(n => KeyValuePair.Create(n.Id, (JsonNode?)n.Json)));
    }

    private void Connect(string module, JsonObject source, int output, JsonObject target, int input, string sourceId, string targetId, EdgeEnds ends)
    {
        var edges = _edges[module];
        if (edges.Exists(e => (e.SourceId, e.OutputPort, e.TargetId, e.InputPort) == (sourceId, output, targetId, input)))
        {
            return;
        }

        var order = edges.Count(e => e.SourceId == sourceId && e.OutputPort == output);
        edges.Add(new DrawflowEdge(sourceId, output, targetId, input, ends, order));
        if (ends != EdgeEnds.InputOnly)
        {
            var record = new JsonObject { ["node"] = targetId, ["output"] = $"input_{input}" };
            if (_random.Next(3) == 0)
            {
                record["points"] = new JsonArray(new JsonObject { ["pos_x"] = Number(), ["pos_y"] = Number() });
            }

            ((JsonArray)source["outputs"]![$"output_{output}"]!["connections"]!).Add(record);
        }

        if (ends != EdgeEnds.OutputOnly)
        {
            ((JsonArray)target["inputs"]![$"input_{input}"]!["connections"]!).Add(new JsonObject { ["node"] = sourceId, ["input"] = $"output_{output}" });
        }
    }

    private JsonObject Node(string id, int inputs, int outputs)
    {
        var isNumber = int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && _random.Next(4) > 0;
        return Unknown(new JsonObject
        {
            ["id"] = isNumber ? number : id,
            ["name"] = Text(),
            ["data"] = Data(depth: 4),
            ["class"] = "x",
            ["html"] = Text(),
            ["typenode"] = _random.Next(2) == 0 ? false : "vue",
            ["inputs"] = Ports("input_", inputs),
            ["outputs"] = Ports("output_", outputs),
            ["pos_x"] = Number(),
            ["pos_y"] = Number(),
        });
    }

    private static JsonObject Ports(string prefix, int count) => new(Enumerable.Range(1, count)
        .Select(i => KeyValuePair.Create($"{prefix}{i}", (JsonNode?)new JsonObject { ["connections"] = new JsonArray() })));

    private JsonObject Data(int depth)
    {
        var data = new JsonObject();
        for (var i = _random.Next(4); i > 0; i--)
        {
            data[Text() + i] = depth == 0 ? Number() : _random.Next(5) switch
            {
                0 => Data(depth - 1),
                1 => new JsonArray(Text(), Number(), Data(depth - 1), null),
                2 => null,
                3 => Number(),
                _ => Text(),
            };
        }

        return data;
    }

    private JsonObject Unknown(JsonObject node)
    {
        if (_random.Next(3) == 0)
        {
            node.Insert(_random.Next(node.Count + 1), "x-" + Text(), Data(depth: 1));
        }

        return node;
    }

    private string NewId() => (_random.Next(3), ++_ids) switch
    {
        (0, var n) => n.ToString(CultureInfo.InvariantCulture),
        (1, var n) => $"3f2c0000-0000-4000-8000-{n:d12}",
        (_, var n) => $"düğüm_{n}",
    };

    private string Text() => _texts[_random.Next(_texts.Length)];

    private JsonNode Number() => JsonNode.Parse(_numbers[_random.Next(_numbers.Length)])!;
}
