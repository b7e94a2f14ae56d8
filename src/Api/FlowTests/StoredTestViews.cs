using FlowEngine.Api.Bodies;

namespace FlowEngine.Api.FlowTests;

/// <summary>A stored test without its script.</summary>
/// <param name="Title">The script's own name; null where the script cannot be read.</param>
/// <param name="Author">Who saved it last: <c>key:ID</c>.</param>
public sealed record StoredTestView(string Name, string? Title, int Turns, string? Author, DateTimeOffset UpdatedAt);

/// <param name="ConversationId">A conversation that the flow answered.</param>
/// <param name="Name">Of the test to be.</param>
[BodyLimits(MaxBytes = 4096)]
public sealed record FromConversationBody(Guid ConversationId, [property: Text(FlowTestName.MaxLength, Code = "invalid_name", Missing = "invalid_name")] string Name);
