using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using FlowEngine.Chat.Replies;

namespace FlowEngine.Chat.Trying;

/// <summary>What the turn would have come to. Nothing of it was stored or sent.</summary>
/// <param name="Status"><c>waiting</c>, <c>ended</c> or <c>open</c>.</param>
/// <param name="WaitingNodeId">Null where nothing waits.</param>
/// <param name="NextNodeId">Where one node alone would lead; null where it waits, ends or fails.</param>
/// <param name="Effects">Recorded, not performed.</param>
/// <param name="State">For the next try; null where one node ran alone.</param>
public sealed record TryView(
    [property: AllowedValues("waiting", "ended", "open")] string Status,
    string Language,
    IReadOnlyList<ReplyMessage> Messages,
    string? WaitingNodeId,
    string? NextNodeId,
    TryFailureView? Failure,
    IReadOnlyList<TryEffectView> Effects,
    ReplyUsage Usage,
    double DurationMs,
    IReadOnlyList<TryStepView> Trace,
    TryStateView? State);

/// <param name="Cause">For engineers; never shown to a user.</param>
public sealed record TryFailureView(string Code, string? NodeId, string? Cause);

/// <param name="Kind"><c>stored</c> or <c>external</c>.</param>
public sealed record TryEffectView([property: AllowedValues("stored", "external")] string Kind, string Type, string NodeId, JsonElement Payload);

/// <param name="Depth">1 in the outermost flow.</param>
/// <param name="Port">The port taken; null where the walk waited, ended, called a flow or failed here.</param>
/// <param name="Before">Of the step's own flow; a value of more than 4,000 characters is cut.</param>
public sealed record TryStepView(
    string NodeId,
    string? Label,
    string Type,
    string Flow,
    string Module,
    int Depth,
    string? Port,
    double DurationMs,
    TryFailureView? Failure,
    TryVariablesView Before,
    TryVariablesView After);

public sealed record TryVariablesView(IReadOnlyDictionary<string, JsonElement> Conversation, IReadOnlyDictionary<string, JsonElement> Walk);

/// <summary>A conversation between two tries.</summary>
/// <param name="Context">Variables and the waiting walk, as the engine keeps them.</param>
/// <param name="History">The newest 50 messages, oldest first.</param>
public sealed record TryStateView(
    JsonElement Context, string Status, string Language, int Turns, DateTimeOffset Now, IReadOnlyList<TryMessageView> History);

/// <param name="Role"><c>user</c> or <c>assistant</c>.</param>
public sealed record TryMessageView([property: AllowedValues("user", "assistant")] string Role, string Content);
