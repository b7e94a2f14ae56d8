using System.Collections.Immutable;
using FlowEngine.Conversations;

namespace FlowEngine.NodeTypes;

public enum NodeResultKind
{
    Continue,
    Wait,
    End,
    Call,
    Fail,
}

/// <summary>
/// All that a node did: one of a closed set of ways on, and what comes with it. Arrays that are <c>default</c> are empty. A small struct:
/// what most results do not have is kept apart, as each step copies its result several times.
/// </summary>
public readonly record struct NodeResult
{
    private Seldom? Rare { get; init; }

    public NodeResultKind Kind { get; private init; }

    /// <summary>For <see cref="NodeResultKind.Continue"/>: index into the node's ports.</summary>
    public int Port { get; private init; }

    public ImmutableArray<Message> Messages { get; init; }

    public ImmutableArray<Assignment> Sets { get; init; }

    /// <summary>For <see cref="NodeResultKind.Fail"/>.</summary>
    public TurnFailure? Failure => Rare?.Failure;

    /// <summary>For <see cref="NodeResultKind.Call"/>.</summary>
    public SubFlowCall? Call => Rare?.Call;

    /// <summary>For <see cref="NodeResultKind.Wait"/>: how long; null waits without a time-out.</summary>
    public TimeSpan? Timeout => Rare?.Timeout;

    /// <summary>For <see cref="NodeResultKind.Wait"/>: the answer was refused, which counts as an attempt.</summary>
    public bool Refused => Rare?.Refused == true;

    /// <summary>For <see cref="NodeResultKind.End"/>: forget <c>conversation.*</c>.</summary>
    public bool ResetConversation => Rare?.ResetConversation == true;

    /// <summary>For <see cref="NodeResultKind.Continue"/>: go on at this node instead of a port (<c>jump</c>).</summary>
    public string? Target => Rare?.Target;

    /// <summary>Takes the place of the message of this turn that has the same id.</summary>
    public Message? Replacement
    {
        get => Rare?.Replacement;
        init => Rare = (Rare ?? new()) with { Replacement = value };
    }

    public ImmutableArray<EffectIntent> Effects
    {
        get => Rare?.Effects ?? default;
        init => Rare = (Rare ?? new()) with { Effects = value };
    }

    public ModelUsage? Usage
    {
        get => Rare?.Usage;
        init => Rare = (Rare ?? new()) with { Usage = value };
    }

    /// <summary>What was said and intended so far is kept should the walk fail later.</summary>
    public bool KeepsSoFar
    {
        get => Rare?.KeepsSoFar == true;
        init => Rare = (Rare ?? new()) with { KeepsSoFar = value };
    }

    public static NodeResult Continue(int port = 0) => new() { Kind = NodeResultKind.Continue, Port = port };

    public static NodeResult GoTo(string nodeId) =>
        new() { Kind = NodeResultKind.Continue, Port = -1, Rare = new() { Target = nodeId } };

    public static NodeResult Wait(TimeSpan? timeout = null, bool refused = false) =>
        new() { Kind = NodeResultKind.Wait, Rare = new() { Timeout = timeout, Refused = refused } };

    public static NodeResult End(bool resetConversation = false) =>
        new() { Kind = NodeResultKind.End, Rare = resetConversation ? new() { ResetConversation = true } : null };

    public static NodeResult CallSubFlow(SubFlowCall call) => new() { Kind = NodeResultKind.Call, Rare = new() { Call = call } };

    public static NodeResult Fail(string code, string? cause = null) =>
        new() { Kind = NodeResultKind.Fail, Rare = new() { Failure = new TurnFailure(code, null, cause) } };

    private sealed record Seldom
    {
        public TurnFailure? Failure { get; init; }

        public SubFlowCall? Call { get; init; }

        public TimeSpan? Timeout { get; init; }

        public bool Refused { get; init; }

        public bool ResetConversation { get; init; }

        public string? Target { get; init; }

        public Message? Replacement { get; init; }

        public ImmutableArray<EffectIntent> Effects { get; init; }

        public ModelUsage? Usage { get; init; }

        public bool KeepsSoFar { get; init; }
    }
}
