using System.Text.Json.Nodes;
using FlowEngine.Drawflow;

namespace FlowEngine.Api.Tests.Harness;

/// <summary>Exports of a few nodes.</summary>
internal static class SmallFlows
{
    /// <summary>Says the text and ends.</summary>
    public static string Saying(string text) => new DrawflowBuilder()
        .Node("1", "message", new JsonObject { ["content"] = text }).Node("2", "end", outputs: 0)
        .Connect("1", 1, "2").Build().ToJson();

    /// <summary>Asks for a city and says it back.</summary>
    public static string Asking() => new DrawflowBuilder()
        .Node("1", "collect_data", new JsonObject { ["context_key"] = "city", ["prompt"] = "Which city?" })
        .Node("2", "message", new JsonObject { ["content"] = "You said {{city}}.", ["quick_replies"] = new JsonArray("Thanks", "Bye") })
        .Node("3", "end", outputs: 0)
        .Connect("1", 1, "2").Connect("2", 1, "3").Build().ToJson();

    /// <summary>A node of a type that does not exist: the checker has a fix for it.</summary>
    public static string Faulty() => new DrawflowBuilder()
        .Node("1", "mesage", new JsonObject { ["content"] = "Hi" }).Node("2", "end", outputs: 0)
        .Connect("1", 1, "2").Build().ToJson();

    public static string Calling(string flow) => new DrawflowBuilder()
        .Node("1", "sub_flow", new JsonObject { ["flow"] = flow }).Node("2", "end", outputs: 0)
        .Connect("1", 1, "2").Build().ToJson();
}
