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

    private static JsonObject Assignment() => new()
    {
        ["assignments"] = new JsonArray(new JsonObject { ["name"] = "x", ["value"] = "1" }),
        ["scope"] = "walk",
    };
}
