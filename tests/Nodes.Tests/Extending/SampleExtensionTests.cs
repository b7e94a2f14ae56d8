using System.Text.Json;
using FlowEngine.Checking;
using FlowEngine.Nodes.Tests.Harness;
using FlowEngine.NodeTypes;
using FlowEngine.SampleExtension;
using FlowEngine.Tests.Running;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace FlowEngine.Nodes.Tests.Extending;

/// <summary>A node type and a rule of another assembly, used as a service uses them: nothing here is internal to the engine.</summary>
public sealed class SampleExtensionTests
{
    private const string Flow = """
        h opening_hours {"opens_at":9,"closes_at":18,"closed_message":{"tr":"Kapalıyız.","en":"We are closed."}} > o, e
        o message {"content":"Open since {{opens_at}}."} > e
        e end {"closing_message":"Bye."}
        """;

    private readonly TestWorld _world = new();

    public SampleExtensionTests() => _world.Services.AddSampleExtension();

    [Fact]
    public void Registry_WithTheExtension_HasItsTypeBesideTheBuiltInOnes()
    {
        var type = _world.Registry.Find("opening_hours");

        Assert.NotNull(type);
        Assert.Equal(["open", "closed"], type.Ports.Select(port => port.Name));
        Assert.Equal(["opens_at"], type.Sets);
        Assert.NotNull(_world.Registry.Find("message"));
        Assert.Null(new TestWorld().Registry.Find("opening_hours"));
    }

    [Fact]
    public void Schema_WithTheExtension_DescribesItsConfiguration()
    {
        var schema = FlowSchema.For(_world.Registry.All);

        var configuration = schema["$defs"]!["opening_hours.configuration"]!;
        Assert.Equal("The hour of the day at which the shop opens.", (string?)configuration["properties"]!["opens_at"]!["description"]);
        Assert.Contains("opening_hours", schema["$defs"]!["node"]!["properties"]!["name"]!["enum"]!.AsArray().Select(name => (string?)name));
    }

    [Theory]
    [InlineData(9, "Open since 9. / Bye.")]
    [InlineData(15, "We are closed. / Bye.")]
    public async Task Walk_ByTheTimeOfTheTenant_TakesItsPort(int utcHour, string said)
    {
        _world.Clock.Advance(TimeSpan.FromHours(utcHour - 9));
        var conversation = new TestConversation(_world, FlowText.Build(Flow), "h") { Language = "en" };

        var outcome = await conversation.SayAsync("hello");

        Assert.Null(outcome.Failure);
        Assert.Equal(said, string.Join(" / ", outcome.Messages.Select(message => message.Content)));
    }

    [Fact]
    public void Check_OfAGoodFlow_FindsNothing() => Assert.Empty(Check(Flow));

    [Fact]
    public void Check_ConfigurationThatItsTypeRefuses_PointsAtTheMember()
    {
        var finding = Assert.Single(Check(Flow.Replace("\"closes_at\":18", "\"closes_at\":8", StringComparison.Ordinal)), IsError);

        Assert.Equal("configuration_invalid", finding.Code);
        Assert.EndsWith("/data/closes_at", finding.Pointer, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_PathOverASilentPort_KnowsThatItsNodeSaysNothing()
    {
        var findings = Check("h opening_hours {\"opens_at\":9,\"closes_at\":18} > o, e\no message {\"content\":\"{{opens_at}}\"} > e\ne end");

        Assert.Contains(findings, finding => finding is { Code: "mute_path", NodeId: "e" });
        Assert.DoesNotContain(findings, finding => finding.Code == "read_before_set");
    }

    [Theory]
    [InlineData("Write to shop@depo.example.", true)]
    [InlineData("Write to {{tenant.email}}.", false)]
    public void Check_WithTheExtensionsRule_ReportsItsFinding(string text, bool isFound)
    {
        var flow = $"m message {{\"content\":{JsonSerializer.Serialize(text)}}} > e\ne end";

        var found = Check(flow).Where(finding => finding.Code == "sample_contact_written").ToList();

        Assert.Equal(isFound ? 1 : 0, found.Count);
        Assert.All(found, finding => Assert.Equal(("m", "/drawflow/Home/data/m/data/content"), (finding.NodeId, finding.Pointer)));
    }

    [Fact]
    public void AddNodes_OfTheSameAssemblyTwice_StopsTheStartByName()
    {
        using var services = new ServiceCollection().AddNodes().AddSampleExtension().AddSampleExtension().BuildServiceProvider();

        var refused = Assert.Throws<InvalidOperationException>(services.GetRequiredService<NodeRegistry>);

        Assert.Contains("'opening_hours'", refused.Message, StringComparison.Ordinal);
    }

    private static bool IsError(Finding finding) => finding.Severity == Severity.Error;

    private IReadOnlyList<Finding> Check(string flow)
    {
        using var services = new ServiceCollection().AddSampleExtension().BuildServiceProvider();
        return FlowChecker
            .Check(FlowText.Json(flow), new CheckContext(_world.Registry, StartNodeId: flow[..1]), services.GetServices<ICheckRule>())
            .Findings;
    }
}
