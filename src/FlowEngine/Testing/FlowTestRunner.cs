using FlowEngine.Testing.Expecting;
using FlowEngine.Testing.Running;
using FlowEngine.Testing.Scripts;

namespace FlowEngine.Testing;

/// <summary>Plays scripts to the real engine and looks at what came of them.</summary>
public static class FlowTestRunner
{
    public static async Task<FlowTestResult> RunAsync(FlowUnderTest subject, FlowTest test, CancellationToken cancellationToken)
    {
        var began = subject.Time.GetTimestamp();
        var conversation = new ScriptConversation(subject, test);
        var (turns, failures) = (new List<PlayedTurn>(), new List<FailedExpectation>());
        IReadOnlyList<string> replies = [];
        foreach (var turn in test.Turns)
        {
            var checks = new Expectations(turns.Count + 1);
            if (turn.Choose is { } choice && !replies.Contains(choice, StringComparer.Ordinal))
            {
                failures.Add(new(turns.Count + 1, $"/turns/{turns.Count}/choose", "quick replies", choice, Expectations.Listed(replies)));
            }

            var played = turn.Advance is { } time
                ? await conversation.AdvanceAsync(time.Span, cancellationToken)
                : await conversation.SayAsync(turn.Say ?? turn.Choose!, cancellationToken);
            turns.Add(played);
            replies = played.Messages.LastOrDefault(message => message.QuickReplies.Count > 0)?.QuickReplies ?? replies;
            MessageChecks.Check(turn.Expect, played, checks);
            WayChecks.Check(turn.Expect, played, checks);
            ValueChecks.Check(turn.Expect, played, checks);
            failures.AddRange(checks.Failed);
        }

        return new(test, failures, turns, subject.Time.GetElapsedTime(began));
    }
}
