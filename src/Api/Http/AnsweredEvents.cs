namespace FlowEngine.Api.Http;

/// <summary>An endpoint answers with server-sent events where a client accepts <c>text/event-stream</c>: for the OpenAPI document.</summary>
internal sealed record AnsweredEvents(IReadOnlyList<AnsweredEvent> Events);

/// <param name="Data">Null: an empty object.</param>
internal sealed record AnsweredEvent(string Name, Type? Data, string Description);
