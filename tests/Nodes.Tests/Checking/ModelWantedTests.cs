using FlowEngine.Checking;
using FlowEngine.Nodes.Tests.Harness;
using Xunit;

namespace FlowEngine.Nodes.Tests.Checking;

public sealed class ModelWantedTests
{
    private const string Silent = "m message {\"content\":\"Hello\"} > e\ne end";
    private const string Answering = "m ai_response {\"on_error\":\"fail\"} > e\ne end";

    [Theory]
    [InlineData(Silent, true, true)]
    [InlineData(Silent, false, false)]
    [InlineData(Answering, true, false)]
    public void Check_FlowOfATenant_WantsAModelWhereTheTenantDoes(string flow, bool wanted, bool isFound)
    {
        var context = new CheckContext(new TestWorld().Registry) { WantsModel = wanted };

        var found = FlowChecker.Check(RuleFlow.Json(flow), context).Findings;

        Assert.Equal(isFound, found.Any(finding => finding is { Code: "no_ai_response", Severity: Severity.Warning }));
    }
}
