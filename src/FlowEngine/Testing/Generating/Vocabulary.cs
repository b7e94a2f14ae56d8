using FlowEngine.Compiling;
using FlowEngine.Conversations;
using FlowEngine.NodeTypes;
using FlowEngine.Testing.Running;
using FlowEngine.Testing.Scripts;

namespace FlowEngine.Testing.Generating;

/// <summary>What a user may do, as far as the flow itself tells.</summary>
internal sealed class Vocabulary
{
    /// <summary>Fits no keyword and no type of answer, and finds nothing.</summary>
    private const string Nonsense = "xqzvw?";

    /// <summary>Too short where a text has a least length.</summary>
    private const string Short = "x";

    /// <summary>No answer to anything.</summary>
    private const string Blank = " ";

    private const int MaxPairs = 200;

    private readonly List<string> _greetings;
    private readonly List<string> _words;

    /// <param name="questions">Further messages, such as what a shop is asked.</param>
    public Vocabulary(CompiledVersion version, string language, IEnumerable<string> questions)
    {
        var steps = version.Modules.Values.SelectMany(flow => flow.Steps).ToList();
        var samples = steps.SelectMany(ConditionSamples.Of).ToList();
        _greetings = [language == "tr" ? "Merhaba" : "Hello"];
        var words = samples.Select(sample => sample.Value.ToString()).Where(text => text.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        var things = questions.ToList();
        var pairs = things.SelectMany(thing => words.Select(word => $"{word} {thing}")).Take(MaxPairs);
        _words = [.. words.Concat(things).Concat(pairs).Distinct(StringComparer.Ordinal)];
        Variables = [.. steps
            .Select(ConditionSamples.Of)
            .SelectMany(of => of.Where(sample => sample.Left.Root is VariableRoot.Any or VariableRoot.Conversation && sample.Left.Segments.Count == 0))
            .Select(sample => (sample.Left.Name, sample.Value))
            .Distinct()];
    }

    /// <summary>Values of the conversation's variables that conditions look for.</summary>
    public IReadOnlyList<(string Name, Value Value)> Variables { get; }

    /// <param name="turn">The turn before; null at the beginning.</param>
    public IEnumerable<TestTurn> After(PlayedTurn? turn)
    {
        if (turn?.ExpiresIn is { } due && turn.Waiting is not null)
        {
            yield return new() { Advance = new(Whole(due)) };
        }

        var replies = turn?.Messages.LastOrDefault(message => message.QuickReplies.Count > 0)?.QuickReplies ?? [];
        foreach (var reply in replies)
        {
            yield return new() { Choose = reply };
        }

        var answers = (turn?.Waiting?.Configuration as IAnsweredConfiguration)?.Examples ?? [];
        var texts = turn?.Waiting is null ? _greetings.Concat(_words).Append(Nonsense) : answers.Append(Nonsense).Append(Short).Append(Blank).Concat(_words);
        foreach (var text in texts.Except(replies, StringComparer.Ordinal).Distinct(StringComparer.Ordinal))
        {
            yield return new() { Say = text };
        }
    }

    /// <summary>The whole wait, as turns take no time.</summary>
    private static TimeSpan Whole(TimeSpan wait) => wait + TimeSpan.FromTicks((TimeSpan.TicksPerSecond - (wait.Ticks % TimeSpan.TicksPerSecond)) % TimeSpan.TicksPerSecond);
}
