using System.Text.Json;
using FlowEngine.Api.Bodies;

namespace FlowEngine.Api.Trying;

/// <summary>One turn to try.</summary>
[BodyLimits(MaxBytes = 10 * 1024 * 1024, MaxDepth = TryBody.Depth, MayHaveNul = "document")]
public sealed record TryBody
{
    /// <summary>A document may be nested as deep as the reader takes it, within what carries it.</summary>
    internal const int Depth = 96;

    private const int MaxMessage = 10_000;

    /// <summary>The user's message; with <see cref="Node"/> it is the answer to a node that waits.</summary>
    [Text(MaxMessage, MayBeBlank = true)]
    public string? Message { get; init; }

    /// <summary>Instead of a message: nobody answers in time.</summary>
    public bool? Timeout { get; init; }

    /// <summary>As an earlier try gave it; absent begins a conversation.</summary>
    [ObjectRule]
    public JsonElement? State { get; init; }

    /// <summary>Variables that are set before, by name: <c>walk.x</c>, <c>conversation.x</c>, or <c>x</c>, which is the conversation's.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Variables { get; init; }

    /// <summary>Two letters; absent: the state's, else the tenant's.</summary>
    public string? Language { get; init; }

    /// <summary>Id of the only node to run.</summary>
    public string? Node { get; init; }

    /// <summary>A Drawflow export that is tried instead of the version.</summary>
    [ObjectRule]
    public JsonElement? Document { get; init; }
}
