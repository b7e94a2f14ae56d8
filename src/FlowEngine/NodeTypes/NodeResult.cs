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
/// All that a node did: one of a closed set of ways on, and what comes with it. Arrays that are <c>default</c> are empty.
/// </summary>
public readonly record struct NodeResult
{
    public NodeResultKind Kind { get; private init; }

    /// <summary>For <see cref="NodeResultKind.Continue"/>: index into the node's ports.</summary>
    public int Port { get; private init; }

    /// <summary>For <see cref="NodeResultKind.Fail"/>.</summary>
    public TurnFailure? Failure { get; private init; }

    /// <summary>For <see cref="NodeResultKind.Call"/>.</summary>
    public SubFlowCall? Call { get; private init; }

    /// <summary>For <see cref="NodeResultKind.Wait"/>: how long; null waits for ever.</summary>
    public TimeSpan? Timeout { get; private init; }

    /// <summary>For <see cref="NodeResultKind.Wait"/>: the answer was refused, which counts as an attempt.</summary>
    public bool Refused { get; private init; }

    /// <summary>For <see cref="NodeResultKind.End"/>: forget <c>conversation.*</c>.</summary>
    public bool ResetConversation { get; private init; }

    /// <summary>For <see cref="NodeResultKind.Continue"/>: go on at this node instead of a port (<c>jump</c>).</summary>
    public string? Target { get; private init; }

    public ImmutableArray<Message> Messages { get; init; }

    /// <summary>Takes the place of the message of this turn that has the same id.</summary>
    public Message? Replacement { get; init; }

    public ImmutableArray<Assignment> Sets { get; init; }

    public ImmutableArray<EffectIntent> Effects { get; init; }

    public ModelUsage? Usage { get; init; }

    /// <summary>What was said and intended so far is kept should the walk fail later.</summary>
    public bool KeepsSoFar { get; init; }

    public static NodeResult Continue(int port = 0) => new() { Kind = NodeResultKind.Continue, Port = port };

    public static NodeResult GoTo(string nodeId) => new() { Kind = NodeResultKind.Continue, Port = -1, Target = nodeId };

    public static NodeResult Wait(TimeSpan? timeout = null, bool refused = false) =>
        new() { Kind = NodeResultKind.Wait, Timeout = timeout, Refused = refused };

    public static NodeResult End(bool resetConversation = false) =>
        new() { Kind = NodeResultKind.End, ResetConversation = resetConversation };

    public static NodeResult CallSubFlow(SubFlowCall call) => new() { Kind = NodeResultKind.Call, Call = call };

    public static NodeResult Fail(string code, string? cause = null) =>
        new() { Kind = NodeResultKind.Fail, Failure = new TurnFailure(code, null, cause) };
}
