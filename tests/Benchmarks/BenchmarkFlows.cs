using System.Text.Json.Nodes;
using FlowEngine.Drawflow;

namespace FlowEngine.Benchmarks;

/// <summary>Chains of one node type, and a mix of several, from a welcome to an end.</summary>
internal static class BenchmarkFlows
{
    public static string Chain(string type, int steps)
    {
        var builder = new DrawflowBuilder()
            .Node("start", "welcome", new JsonObject { ["welcome_message"] = "Hello" })
            .Node("end", "end", outputs: 0);
        var before = "start";
        for (var i = 0; i < steps; i++)
        {
            var id = $"n{i}";
            var outputs = Add(builder, id, type == "mix" ? s_mix[i % s_mix.Length] : type);
            Connect(builder, before, id);
            if (outputs == 2)
            {
                // Both ways lead on, so that the chain's length does not depend on what the condition says.
                builder.Connect(id, 2, i + 1 < steps ? $"n{i + 1}" : "end");
            }

            before = id;
        }

        Connect(builder, before, "end");
        return builder.Build().ToJson();
    }

    /// <summary>Conditions on the message, each with a node beside it, so that there are 2^(steps / 2) ways.</summary>
    public static string Ladder(int steps, bool isFaulty)
    {
        var builder = new DrawflowBuilder()
            .Node("start", "welcome", new JsonObject { ["welcome_message"] = "Hello" })
            .Node("last", isFaulty ? "set_variable" : "message", isFaulty ? Copy() : new JsonObject { ["content"] = "Bye" })
            .Node("end", "end", outputs: 0)
            .Connect("start", 1, "c0")
            .Connect("last", 1, "end");
        for (var i = 0; i < steps / 2; i++)
        {
            var next = i + 1 < steps / 2 ? $"c{i + 1}" : "last";
            builder
                .Node($"c{i}", "condition", new JsonObject { ["left"] = "message", ["op"] = "has_keyword", ["right"] = new JsonArray($"word{i}") }, 2)
                .Node($"s{i}", "set_variable", Assignment($"x{i % 50}"))
                .Connect($"c{i}", 1, $"s{i}")
                .Connect($"c{i}", 2, next)
                .Connect($"s{i}", 1, next);
        }

        return builder.Build().ToJson();
    }

    private static JsonObject Copy() => new()
    {
        ["assignments"] = new JsonArray(new JsonObject { ["name"] = "y", ["value"] = "It is {{walk.x7}}" }),
    };

    private static readonly string[] s_mix = ["message", "condition", "set_variable"];

    private static void Connect(DrawflowBuilder builder, string from, string to) => builder.Connect(from, 1, to);

    private static int Add(DrawflowBuilder builder, string id, string type)
    {
        var (data, outputs) = type switch
        {
            "message" => (new JsonObject { ["content"] = "A text of a few words." }, 1),
            "condition" => (Condition(), 2),
            "set_variable" => (Assignment(), 1),
            _ => (new JsonObject(), 1),
        };
        builder.Node(id, type, data, outputs);
        return outputs;
    }

    private static JsonObject Condition() => new()
    {
        ["all"] = new JsonArray(new JsonObject { ["left"] = "walk.x", ["op"] = "equals", ["right"] = "1" }),
    };

    private static JsonObject Assignment(string name = "x") => new()
    {
        ["assignments"] = new JsonArray(new JsonObject { ["name"] = name, ["value"] = "1" }),
        ["scope"] = "walk",
    };
}
