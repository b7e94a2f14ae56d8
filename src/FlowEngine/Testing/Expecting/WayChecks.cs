using FlowEngine.Compiling;
using FlowEngine.Testing.Running;
using FlowEngine.Testing.Scripts;

namespace FlowEngine.Testing.Expecting;

/// <summary>Which way the walk went, and where it stands.</summary>
internal static class WayChecks
{
    public static void Check(TurnExpectation expected, PlayedTurn actual, Expectations failed)
    {
        var way = actual.Steps.Select(step => step.Step).ToList();
        if (expected.Path?.Texts is { } path && (path.Count != way.Count || path.Zip(way).Any(pair => !NodeNames.Names(pair.Second, pair.First))))
        {
            failed.Fail("path", "path", Expectations.Listed(path), Shown(way));
        }

        if (expected.PathContains?.Texts is { } some && !HasInOrder(way, some))
        {
            failed.Fail("path_contains", "path", $"in this order: {Expectations.Listed(some)}", Shown(way));
        }

        if (expected.Waiting is { } node && (actual.Waiting is not { } waiting || !NodeNames.Names(waiting, node)))
        {
            failed.Fail("waiting", "waiting node", node, actual.Waiting is { } other ? NodeNames.Of(other) : "nothing waits");
        }

        if (expected.Ended is { } ended && ended != actual.Ended)
        {
            failed.Fail("ended", "end", ended ? "the walk has ended" : "the walk has not ended", ended ? Standing(actual) : "the walk has ended");
        }

        var failure = actual.Failure?.Code ?? ScriptRules.NoFailure;
        if ((expected.Failure ?? ScriptRules.NoFailure) != failure)
        {
            failed.Fail("failure", "failure", expected.Failure ?? "none", Cause(actual));
        }
    }

    private static bool HasInOrder(List<Step> way, IReadOnlyList<string> some)
    {
        var next = 0;
        foreach (var step in way)
        {
            if (next < some.Count && NodeNames.Names(step, some[next]))
            {
                next++;
            }
        }

        return next == some.Count;
    }

    private static string Standing(PlayedTurn actual) =>
        actual.Failure is not null ? Cause(actual) : actual.Waiting is { } waiting ? $"it waits at {NodeNames.Of(waiting)}" : "no walk is under way";

    private static string Cause(PlayedTurn actual) => actual.Failure is { } failure
        ? $"{failure.Code}{(failure.NodeId is null ? "" : $" at node {failure.NodeId}")}{(failure.Cause is null ? "" : $": {failure.Cause}")}"
        : ScriptRules.NoFailure;

    private static string Shown(List<Step> way) => Expectations.Listed(way.Select(NodeNames.Of));
}
