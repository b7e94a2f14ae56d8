using FlowEngine.NodeTypes;
using FlowEngine.Testing.Covering;
using FlowEngine.Testing.Running;
using FlowEngine.Testing.Scripts;

namespace FlowEngine.Testing.Generating;

/// <summary>
/// Searches conversations for what no test comes by: breadth first over what a user may say, choose or leave unanswered, then with
/// variables set before, with an empty catalogue, with nodes that fail.
/// </summary>
/// <param name="onTried">Told how many conversations have been tried; may be called often.</param>
public sealed class FlowTestGenerator(FlowUnderTest subject, FlowCoverage coverage, Action<int>? onTried = null)
{
    private const int MaxTurns = 12;
    private const int MaxRuns = 1500;

    private readonly List<FlowTestResult> _found = [];
    private readonly List<FlowTestResult> _seen = [];
    private int _runs;

    /// <param name="existing">Whose conversations count as found.</param>
    /// <param name="questions">Further messages that a user may begin with.</param>
    public async Task<GeneratedTests> GenerateAsync(
        IReadOnlyList<FlowTestResult> existing, IReadOnlyList<string> questions, CancellationToken cancellationToken)
    {
        _seen.AddRange(existing);
        var vocabulary = new Vocabulary(coverage.Version, subject.Tenant.Language, questions);
        var start = new FlowTest { Name = "generated", Turns = [] };
        await SearchAsync(start, vocabulary, cancellationToken);
        foreach (var (name, value) in vocabulary.Variables)
        {
            if (coverage.Report().Uncovered.Any(point => point.Port != NodePort.Error))
            {
                await SearchAsync(start with { Variables = new Dictionary<string, Conversations.Value> { [name] = value } }, vocabulary, cancellationToken);
            }
        }

        if (coverage.Report().Uncovered.Any(point => point.Port != NodePort.Error))
        {
            await SearchAsync(start with { StandIns = new() { EmptyCatalog = true } }, vocabulary, cancellationToken);
        }

        await FailAsync(cancellationToken);
        return new([.. Fewest().Select((result, i) => Recording.Of(result, $"generated {i + 1}"))], coverage.Report().Uncovered);
    }

    private async Task SearchAsync(FlowTest start, Vocabulary vocabulary, CancellationToken cancellationToken)
    {
        var states = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<(FlowTest Script, PlayedTurn? Last)>([(start, null)]);
        var last = _runs + MaxRuns;
        while (_runs < last && waiting.TryDequeue(out var next) && coverage.Report().Uncovered.Count > 0)
        {
            foreach (var turn in vocabulary.After(next.Last))
            {
                var result = await RunAsync(next.Script with { Turns = [.. next.Script.Turns, turn] }, cancellationToken);
                if (result.Turns[^1] is { Failure: null } played && result.Turns.Count < MaxTurns && states.Add(StateOf(played)))
                {
                    waiting.Enqueue((result.Test, played));
                }
            }
        }
    }

    /// <summary>For every port of failures that is left: a conversation that comes to the node, which then fails.</summary>
    private async Task FailAsync(CancellationToken cancellationToken)
    {
        foreach (var point in coverage.Report().Uncovered.Where(point => point.Port == NodePort.Error))
        {
            var comes = _seen.Concat(_found)
                .Where(result => result.Test.StandIns.Nodes.Count == 0 && result.Turns.Any(turn => turn.Steps.Any(step => step.Step.Id == point.NodeId)))
                .MinBy(result => result.Turns.Count);
            if (comes is not null)
            {
                var turns = 1 + comes.Turns.Select((turn, i) => (turn, i)).First(pair => pair.turn.Steps.Any(step => step.Step.Id == point.NodeId)).i;
                await RunAsync(
                    comes.Test with
                    {
                        Turns = [.. comes.Test.Turns.Take(turns).Select(turn => turn with { Expect = new() })],
                        StandIns = comes.Test.StandIns with { Nodes = [new() { Node = point.NodeId, Times = 1 }] },
                    },
                    cancellationToken);
            }
        }
    }

    private async Task<FlowTestResult> RunAsync(FlowTest test, CancellationToken cancellationToken)
    {
        _runs++;
        onTried?.Invoke(_runs);
        var result = await FlowTestRunner.RunAsync(subject, test, cancellationToken);
        if (coverage.Add(result.Turns))
        {
            _found.Add(result);
        }

        return result;
    }

    /// <summary>Longer conversations hold what shorter ones found: those that add nothing are left out.</summary>
    private List<FlowTestResult> Fewest()
    {
        var counted = new FlowCoverage(coverage.Version);
        foreach (var result in _seen)
        {
            counted.Add(result.Turns);
        }

        return [.. _found.OrderByDescending(result => result.Turns.Count).Where(result => counted.Add(result.Turns))];
    }

    private static string StateOf(PlayedTurn turn) => string.Join(
        ' ',
        string.Join('/', turn.State.Walk?.Frames.Select(frame => $"{frame.FlowVersionId}.{frame.NodeId}") ?? []),
        turn.State.Walk?.Attempts ?? -1,
        string.Join(',', turn.Steps.SelectMany(step => step.Taken).Select(port => $"{port.NodeId}.{port.Port}")));
}
