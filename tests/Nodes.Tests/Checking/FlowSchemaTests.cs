using System.Text.Json;
using System.Text.Json.Nodes;
using FlowEngine.Checking;
using FlowEngine.Drawflow;
using FlowEngine.Nodes.Tests.Flows;
using FlowEngine.Nodes.Tests.Harness;
using FlowEngine.Tests.Drawflow;
using Xunit;

namespace FlowEngine.Nodes.Tests.Checking;

public sealed class FlowSchemaTests
{
    private const string Good = "w welcome {\"welcome_message\":\"Hi\"} > q\nq collect_data {\"prompt\":\"?\",\"timeout_minutes\":5} > m, m, m\nm message {\"content\":\"Thanks\"} > e\ne end";

    private static readonly JsonObject s_schema = FlowSchema.For(new TestWorld().Registry.All);

    [Theory]
    [InlineData("shop-assistant")]
    [InlineData("lead-capture")]
    public void Schema_TakesTheSampleFlows(string name) => Assert.Empty(Faults(SampleFlow.Text(name)));

    [Theory]
    [InlineData("\"timeout_minutes\":5", "\"timeout_minutes\":\"5\"")]
    [InlineData("\"timeout_minutes\":5", "\"timeout_minutes\":\"\"")]
    [InlineData("\"timeout_minutes\":5", "\"timeout_minutes\":null,\"choices\":\"\",\"required\":\"on\"")]
    [InlineData("\"timeout_minutes\":5", "\"timeout_minutes\":5,\"my_own\":{\"x\":[1]}")]
    [InlineData("{\"welcome_message\":\"Hi\"}", "{\"label\":\"L\",\"config\":{\"welcome_message\":{\"tr\":\"Selam\"}}}")]
    [InlineData("\"outputs\":{}", "\"outputs\":[]")]
    [InlineData("\"data\":{}", "\"data\":[]")]
    [InlineData("{\"drawflow\"", "{\"$schema\":\"./flow.schema.json\",\"drawflow\"")]
    public void Schema_IsAsLenientAsTheReader(string before, string after) => AssertAgree(before, after, isGood: true);

    [Theory]
    [InlineData("\"name\":\"end\"", "\"name\":\"ende\"")]
    [InlineData("{\"welcome_message\":\"Hi\"}", "{}")]
    [InlineData("{\"welcome_message\":\"Hi\"}", "{\"welcome_message\":\"\"}")]
    [InlineData("{\"welcome_message\":\"Hi\"}", "{\"config\":{}}")]
    [InlineData("\"timeout_minutes\":5", "\"timeout_minutes\":0")]
    [InlineData("\"timeout_minutes\":5", "\"timeout_minutes\":\"soon\"")]
    [InlineData("\"timeout_minutes\":5", "\"data_type\":\"colour\"")]
    [InlineData("\"timeout_minutes\":5", "\"choices\":[{}]")]
    [InlineData("\"timeout_minutes\":5", "\"retry\":{\"attempts\":99}")]
    [InlineData("\"output_1\":{", "\"out_1\":{")]
    [InlineData("\"output\":\"input_1\"", "\"input\":\"input_1\"")]
    [InlineData("\"Home\"", "\"Start\"")]
    [InlineData("{\"drawflow\"", "{\"flow\"")]
    public void Schema_RefusesWhatTheCheckerFindsWrong(string before, string after) => AssertAgree(before, after, isGood: false);

    [Fact]
    public void Schema_OfFewerTypes_RefusesTheOthers()
    {
        var schema = FlowSchema.For(new TestWorld().Registry.All.Where(type => type.Name != "collect_data"));

        Assert.Contains(SchemaCheck.Faults(schema, JsonElement.Parse(RuleFlow.Json(Good))), fault => fault.StartsWith("/drawflow/Home/data/q/name", StringComparison.Ordinal));
    }

    [CorpusTheory]
    [InlineData("006-drawflow-demo-current")]
    [InlineData("007-drawflow-early-3nodes")]
    [InlineData("013-sst-4modules-sample-form")]
    [InlineData("015-vue2-sample-6nodes")]
    [InlineData("016-vue3-example-2nodes")]
    public void Schema_TakesTheShapeOfRealExports(string name)
    {
        var export = JsonNode.Parse(File.ReadAllText(Path.Combine(CorpusFolder.Path!, $"{name}.json")))!;
        Assert.NotEmpty(Faults(export.ToJsonString()));

        foreach (var node in export["drawflow"]!.AsObject().SelectMany(module => module.Value!["data"]!.AsObject()))
        {
            node.Value!["name"] = "message_saver";
            node.Value["data"] = new JsonObject();
        }

        Assert.Empty(Faults(export.ToJsonString()));
    }

    [Fact]
    public void Read_ASchemaMember_IsKept()
    {
        var json = RuleFlow.Json(Good).Replace("{\"drawflow\"", "{\"$schema\":\"./flow.schema.json\",\"drawflow\"", StringComparison.Ordinal);

        var reading = DrawflowReader.Read(json);

        Assert.Empty(reading.Problems);
        Assert.Equal(json, reading.Document!.ToJson());
    }

    /// <summary>Schema and checker say the same of the flow with the change.</summary>
    private static void AssertAgree(string before, string after, bool isGood)
    {
        var good = RuleFlow.Json(Good);
        Assert.Contains(before, good, StringComparison.Ordinal);
        var json = good.Replace(before, after, StringComparison.Ordinal);

        Assert.Equal(isGood, !Faults(json).Any());
        Assert.Equal(isGood, !FlowChecker.Check(json, new CheckContext(new TestWorld().Registry)).HasErrors);
    }

    private static IEnumerable<string> Faults(string json) => SchemaCheck.Faults(s_schema, JsonElement.Parse(json));
}
