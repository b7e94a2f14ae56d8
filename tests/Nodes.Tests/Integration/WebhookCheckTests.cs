using System.Net;
using System.Text.Json.Nodes;
using FlowEngine.Checking;
using FlowEngine.Drawflow;
using FlowEngine.Nodes.Tests.Harness;
using Xunit;

namespace FlowEngine.Nodes.Tests.Integration;

/// <summary>What the checker says of calls to the outside.</summary>
public sealed class WebhookCheckTests
{
    private readonly TestWorld _world = new();

    [Theory]
    [InlineData("https://crm.example/x", null)]
    [InlineData("https://crm.example/{{ message }}", null)]
    [InlineData("http://intra.example/", null)]
    [InlineData("https://other.example/", "host_not_allowed")]
    [InlineData("http://crm.example/", "plain_http")]
    [InlineData("http://other.example/", "host_not_allowed")]
    [InlineData("https://10.0.0.1/", "private_address")]
    [InlineData("https://localhost/", "private_address")]
    [InlineData("https://169.254.169.254/", "private_address")]
    [InlineData("https://2130706433/", "private_address")]
    [InlineData("https://[::ffff:127.0.0.1]/", "private_address")]
    public void Check_ForATenant_FindsHostsThatCannotBeCalled(string url, string? code)
    {
        var findings = Check(url, new CheckContext(_world.Registry, AllowedHosts: ["crm.example", "http://intra.example", "10.0.0.1"]));

        Assert.Equal(code is null ? [] : [(code, Severity.Error)], findings.Select(finding => (finding.Code, finding.Severity)));
        Assert.All(findings, finding => Assert.Equal("/drawflow/Home/data/hook/data/url", finding.Pointer));
    }

    [Fact]
    public void Check_ForATenantWithAnOpenNetwork_AllowsItsAddresses()
    {
        var context = new CheckContext(_world.Registry, AllowedHosts: ["10.0.0.1"], OpenNetworks: [IPNetwork.Parse("10.0.0.0/8")]);

        Assert.Empty(Check("https://10.0.0.1/", context));
    }

    [Theory]
    [InlineData("https://anything.example/", null)]
    [InlineData("http://anything.example/", "plain_http")]
    [InlineData("https://127.0.0.1/", "private_address")]
    [InlineData("https://localhost:8443/", "private_address")]
    public void Check_WithoutATenant_WarnsOfWhatATenantMayHaveOpened(string url, string? code) =>
        Assert.Equal(
            code is null ? [] : [(code, Severity.Warning)],
            Check(url, new CheckContext(_world.Registry)).Select(finding => (finding.Code, finding.Severity)));

    [Theory]
    [InlineData(null, true)]
    [InlineData("fail", false)]
    [InlineData("continue", false)]
    public void Check_WithoutErrorPort_WarnsUnlessItIsMeant(string? onError, bool warns)
    {
        var findings = Check("https://crm.example/", new CheckContext(_world.Registry), onError, connectError: false);

        Assert.Equal(
            warns ? [("no_error_port", Severity.Warning, "hook")] : [],
            findings.Select(finding => (finding.Code, finding.Severity, finding.NodeId)));
    }

    private static IReadOnlyList<Finding> Check(string url, CheckContext context, string? onError = null, bool connectError = true)
    {
        var flow = new DrawflowBuilder()
            .Node("hook", "webhook", new JsonObject { ["url"] = url, ["on_error"] = onError }, 2)
            .Node("said", "message", new JsonObject { ["content"] = "Done." })
            .Node("end", "end", outputs: 0)
            .Connect("hook", 1, "said")
            .Connect("said", 1, "end");
        var document = (connectError ? flow.Connect("hook", 2, "said") : flow).Build();
        return FlowChecker.Check(document.ToJson(), context).Findings;
    }
}
