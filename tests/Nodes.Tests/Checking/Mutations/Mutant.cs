using FlowEngine.Checking;
using FlowEngine.Conversations;
using FlowEngine.Nodes.Tests.Flows;
using FlowEngine.Nodes.Tests.Harness;

namespace FlowEngine.Nodes.Tests.Checking.Mutations;

/// <summary>A sample flow with one change, and what the checker says of it.</summary>
internal sealed record Mutant(string Name, Func<FlowSketch> Sketch, string Json, string Start, IReadOnlyList<Finding> Findings)
{
    private static readonly string[] s_endless = [FailureCodes.StepLimit, FailureCodes.DepthLimit, FailureCodes.OutputLimit, FailureCodes.TokenLimit];

    public bool IsClean => Findings.All(finding => finding.Severity != Severity.Error);

    /// <summary>The same seed makes the same mutant; null where the change does not apply.</summary>
    public static Mutant? Make(int seed, TestWorld world)
    {
        var flow = seed % 2 == 0 ? "shop-assistant" : "lead-capture";
        var sketch = Changed(flow, seed, out var change);
        if (change is null)
        {
            return null;
        }

        var json = sketch.ToJson();
        var check = FlowChecker.Check(json, new CheckContext(world.Registry, sketch.Start));
        return new($"{flow} {seed}, {change}", () => Changed(flow, seed, out _), json, sketch.Start, check.Findings);
    }

    /// <summary>A thousand users who write what may matter; what went wrong, or null.</summary>
    public async Task<string?> CrowdFaultAsync(TestWorld world, IReadOnlyList<string> messages, int users)
    {
        var talks = new QuickTalks(Json, Start, world);
        var random = new Random(7);
        for (var user = 0; user < users; user++)
        {
            var state = TalkState.New;
            var canTimeOut = false;
            var said = new List<string>();
            for (var turn = 0; turn < 12; turn++)
            {
                var message = canTimeOut && random.Next(10) == 0 ? null : messages[random.Next(messages.Count)];
                said.Add(message ?? "(time-out)");
                var made = await talks.SayAsync(state, message);
                if (FaultOf(made.Outcome, message) is { } fault)
                {
                    return $"{Name}: {fault} after {string.Join(" / ", said)}";
                }

                (state, canTimeOut) = (made.After, made.CanTimeOut);
            }
        }

        return null;
    }

    /// <summary>Whether the user's messages of a finding lead to its fault on the engine.</summary>
    public async Task<bool> ShowsAsync(Finding finding, TestWorld world)
    {
        var flow = Sketch();
        if (finding.Code == "read_before_set")
        {
            flow.Probe(finding.NodeId!, finding.Message.Split('\'')[1]);
        }

        var talks = new QuickTalks(flow.ToJson(), flow.Start, world);
        var state = TalkState.New;
        TurnOutcome? last = null;
        foreach (var message in finding.CounterExample!)
        {
            var made = await talks.SayAsync(state, message == "(time-out)" ? null : message);
            (state, last) = (made.After, made.Outcome);
        }

        return finding.Code switch
        {
            "mute_path" => last is { Failure: null, Messages.Count: 0 } && last.Trace[^1].Node.NodeId == finding.NodeId,
            "read_before_set" => last!.Messages.Any(message => message.Content == "probe: unset"),
            "endless_cycle" or "endless_recursion" => s_endless.Contains(last!.Failure?.Code),
            _ => false,
        };
    }

    private static FlowSketch Changed(string flow, int seed, out string? change)
    {
        var sketch = FlowSketch.Of(SampleFlow.Document(flow), "1");
        change = new FlowMutator(new Random(seed)).Mutate(sketch);
        return sketch;
    }

    private string? FaultOf(TurnOutcome outcome, string? message)
    {
        if (outcome.Failure is { } failure)
        {
            return IsAnnounced(failure) ? null : $"{failure.Code} at {failure.NodeId} ({failure.Cause})";
        }

        return message is not null && outcome.Messages.Count == 0 ? "nothing said" : null;
    }

    /// <summary>A case that is missing is a warning, which the author may leave.</summary>
    private bool IsAnnounced(TurnFailure failure) =>
        failure.Code == FailureCodes.NoCase && Findings.Any(finding => finding.NodeId == failure.NodeId && finding.Severity == Severity.Warning);
}
