using System.Text.Json;
using System.Text.Json.Nodes;

namespace FlowEngine.Api.Tests.Chat.Harness;

/// <summary>Small flows as the editor exports them.</summary>
internal static class FlowDocuments
{
    /// <summary>Asks for a code word, with a time-out in minutes that ends the walk with a text.</summary>
    public static string AskWithTimeout(int minutes) => Document(
        (1, "collect_data", new { prompt = "The code word?", context_key = "code", timeout_minutes = minutes }, [2, 3, 4]),
        (2, "message", new { content = "Thank you for {{conversation.code}}." }, [5]),
        (3, "message", new { content = "You gave up." }, [5]),
        (4, "message", new { content = "You were too late." }, [5]),
        (5, "end", new { }, []));

    /// <param name="outputs">The target of each output in order.</param>
    public static string Document(params (int Id, string Type, object Data, int[] Outputs)[] nodes)
    {
        var data = new JsonObject();
        foreach (var (id, type, configuration, outputs) in nodes)
        {
            var from = nodes.SelectMany(node => node.Outputs.Index()
                .Where(output => output.Item == id)
                .Select(output => new JsonObject { ["node"] = $"{node.Id}", ["input"] = $"output_{output.Index + 1}" }));
            data[$"{id}"] = new JsonObject
            {
                ["id"] = id,
                ["name"] = type,
                ["data"] = JsonSerializer.SerializeToNode(configuration),
                ["class"] = type,
                ["html"] = "",
                ["typenode"] = false,
                ["inputs"] = new JsonObject { ["input_1"] = new JsonObject { ["connections"] = new JsonArray([.. from]) } },
                ["outputs"] = new JsonObject(outputs.Index().Select(output => KeyValuePair.Create<string, JsonNode?>(
                    $"output_{output.Index + 1}",
                    new JsonObject
                    {
                        ["connections"] = new JsonArray(new JsonObject { ["node"] = $"{output.Item}", ["output"] = "input_1" }),
                    }))),
                ["pos_x"] = id * 100,
                ["pos_y"] = 0,
            };
        }

        return new JsonObject { ["drawflow"] = new JsonObject { ["Home"] = new JsonObject { ["data"] = data } } }.ToJsonString();
    }
}
