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
/// <param name="Why">The guards that were tried, up to the one that was taken; null where the node does not decide by guards.</param>
/// <param name="Lookups">What it searched for and found; null where it searched for nothing.</param>
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
    TryVariablesView After,
    IReadOnlyList<TryBranchView>? Why = null,
    IReadOnlyList<TryLookupView>? Lookups = null);

/// <summary>A guard of a node, such as a case of a <c>switch</c>.</summary>
/// <param name="Pointer">JSON pointer into the node's configuration; empty: all of it.</param>
/// <param name="Held">Of the default: whether no other one held.</param>
/// <param name="Tests">Its comparisons; several belong to groups of <c>all</c> and <c>any</c>.</param>
public sealed record TryBranchView(string Pointer, bool Held, IReadOnlyList<TryTestView> Tests);

/// <param name="Left">The variable.</param>
/// <param name="Right">What it was compared with: values, keywords, or a pattern.</param>
/// <param name="LeftValue">The variable's value at that moment.</param>
public sealed record TryTestView(string Left, string Op, IReadOnlyList<JsonElement> Right, JsonElement LeftValue, bool Held);

/// <param name="Kind"><c>product</c> or <c>passage</c>.</param>
/// <param name="Query">Empty where it was asked for by price.</param>
public sealed record TryLookupView(string Kind, string Query, IReadOnlyList<TryHitView> Hits);

/// <param name="Score">Of a passage, 0 to 1.</param>
public sealed record TryHitView(long Id, string Title, double? Score);

public sealed record TryVariablesView(IReadOnlyDictionary<string, JsonElement> Conversation, IReadOnlyDictionary<string, JsonElement> Walk);

/// <summary>A conversation between two tries.</summary>
/// <param name="Context">Variables and the waiting walk, as the engine keeps them.</param>
/// <param name="History">The newest 50 messages, oldest first.</param>
public sealed record TryStateView(
    JsonElement Context, string Status, string Language, int Turns, DateTimeOffset Now, IReadOnlyList<TryMessageView> History);

/// <param name="Role"><c>user</c> or <c>assistant</c>.</param>
public sealed record TryMessageView([property: AllowedValues("user", "assistant")] string Role, string Content);
