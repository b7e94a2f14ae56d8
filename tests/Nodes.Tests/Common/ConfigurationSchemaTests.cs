using System.Text.Json;
using System.Text.Json.Nodes;
using FlowEngine.Nodes.Tests.Harness;
using FlowEngine.NodeTypes;
using Xunit;

namespace FlowEngine.Nodes.Tests.Common;

public sealed class ConfigurationSchemaTests
{
    [Theory]
    [InlineData("history_loader", """{ "limit": 0 }""")]
    [InlineData("history_loader", """{ "limit": 101 }""")]
    [InlineData("history_loader", """{ "limit": true }""")]
    [InlineData("history_loader", """{ "include_system_messages": "perhaps" }""")]
    [InlineData("history_loader", """{ "on_error": "explode" }""")]
    [InlineData("history_loader", """{ "retry": { "attempts": 11 } }""")]
    [InlineData("message", """{ "kind": "song" }""")]
    [InlineData("message", """{ "content": ["a"] }""")]
    [InlineData("message", """{ "cards": [{ "text": "no title" }] }""")]
    [InlineData("welcome", "{}")]
    [InlineData("condition", """{ "left": "n", "op": "is" }""")]
    [InlineData("switch", """{ "cases": [{ "port": "output_1" }] }""")]
    [InlineData("collect_data", """{ "choices": [[1]] }""")]
    public void Schema_OfType_RefusesWhatTheBinderRefuses(string type, string data)
    {
        var info = new TestWorld().Registry.Find(type)!;
        var json = JsonSerializer.SerializeToElement(JsonNode.Parse(data));

        Assert.NotEmpty(SchemaCheck.Faults(ConfigurationSchema.Of(info), json));
        Assert.False(ConfigurationBinder.Bind(info.ConfigurationType, json).IsValid);
    }

    [Fact]
    public void Schema_OfMember_SaysDefaultRangeAndDescription()
    {
        var schema = ConfigurationSchema.Of(new TestWorld().Registry.Find("collect_data")!);

        Assert.Equal(3, (int)schema["properties"]!["max_attempts"]!["default"]!);
        Assert.Equal(1m, schema["properties"]!["max_attempts"]!["minimum"]!.GetValue<decimal>());
        Assert.Equal("text", (string?)schema["properties"]!["data_type"]!["default"]);
        Assert.NotEmpty((string)schema["properties"]!["validation_regex"]!["description"]!);
    }

    [Fact]
    public void Schema_OfTypeWithConfiguredPorts_HasNoMemberThatIsNotRead()
    {
        var registry = new TestWorld().Registry;

        Assert.Null(ConfigurationSchema.Of(registry.Find("switch")!)["properties"]!["ports"]);
        Assert.Null(ConfigurationSchema.Of(registry.Find("collect_data")!)["properties"]!["sets_at_timeout"]);
    }

    [Fact]
    public void Schema_OfAnyType_HasWhatEveryNodeMayCarry()
    {
        var schema = ConfigurationSchema.Of(new TestWorld().Registry.Find("end")!);

        Assert.Superset(
            new HashSet<string> { "label", "note", "retry", "timeout_ms", "on_error", "default" },
            ((JsonObject)schema["properties"]!).Select(pair => pair.Key).ToHashSet());
    }
}
