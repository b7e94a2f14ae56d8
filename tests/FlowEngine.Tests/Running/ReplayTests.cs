using System.Text.Json;
using FlowEngine.Conversations;
using Xunit;

namespace FlowEngine.Tests.Running;

public sealed class ReplayTests
{
    [Fact]
    public async Task SameInput_OnAnotherEngine_GivesTheSameOutcome()
    {
        const string flow = """
            a welcome > f
            f find > m
            m model > l
            l lead {"name":"n"} > s
            s set {"name":"x","value":[1,{"y":true}],"scope":"conversation"} > q
            q ask {"timeout_minutes":3} > b
            b boom > e, t
            t say {"show":"now"} > e
            e end
            """;
        var (one, other) = (new Chat(flow), new Chat(flow));
        foreach (var message in (string?[])["hi", "answer", "hi", null])
        {
            var input = one.Input(message);
            var first = await one.RunAsync(input);
            var second = await other.RunAsync(input);

            Assert.Equal(Describe(first), Describe(second));
            one.Take(first);
        }
    }

    internal static string Describe(TurnOutcome outcome) => JsonSerializer.Serialize(new
    {
        outcome.Messages,
        outcome.State,
        StateJson = outcome.StateJson is null ? "" : Convert.ToHexString(outcome.StateJson),
        outcome.Status,
        outcome.Language,
        outcome.Flow,
        outcome.WaitingNodeId,
        outcome.Effects,
        Trace = outcome.Trace.Select(step => $"{step.Node.NodeId}>{step.PortName} {step.Fault} {step.Sets.IsDefaultOrEmpty}"),
        outcome.OutsideAnswers,
        outcome.Usage,
        outcome.Failure,
    });
}
