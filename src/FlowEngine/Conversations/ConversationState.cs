using System.Text.Json.Serialization;

namespace FlowEngine.Conversations;

/// <summary>What the flow engine keeps between two turns (<c>context_data</c>).</summary>
public sealed record ConversationState
{
    public const int CurrentVersion = 1;

    /// <summary>As JSON in UTF-8.</summary>
    public const int MaxBytes = 64 * 1024;

    public static ConversationState Empty { get; } = new();

    public int V { get; init; } = CurrentVersion;

    /// <summary><c>conversation.*</c></summary>
    public IReadOnlyDictionary<string, Value> Vars { get; init; } = new Dictionary<string, Value>();

    /// <summary>Names of the variables that hold what a person told about themselves; null where there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Personal { get; init; }

    /// <summary>Null where no walk is under way.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public WalkState? Walk { get; init; }
}

/// <summary>A walk that waits.</summary>
/// <param name="Frames">Outermost first; the innermost waits.</param>
/// <param name="Attempts">Answers that the waiting node refused so far.</param>
public sealed record WalkState(
    IReadOnlyList<FrameState> Frames,
    DateTimeOffset WaitingSince,
    DateTimeOffset? ExpiresAt,
    int Attempts);

/// <summary>One flow of a walk.</summary>
/// <param name="Module">The module of the version's document that this frame walks; <c>Home</c> but for <c>#Module</c> calls.</param>
/// <param name="NodeId">Where it stands: the waiting node, or the <c>sub_flow</c> that called the next frame.</param>
/// <param name="Vars"><c>walk.*</c> of this frame.</param>
/// <param name="Outputs">The caller's variable by the variable of this frame that it takes; empty in the outermost.</param>
public sealed record FrameState(
    long FlowVersionId,
    string Module,
    string NodeId,
    IReadOnlyDictionary<string, Value> Vars,
    IReadOnlyDictionary<string, string> Outputs)
{
    /// <summary>Names of those of <see cref="Vars"/> that hold what a person told about themselves; null where there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Personal { get; init; }
}
