namespace FlowEngine.Api.Http;

/// <summary>An endpoint answers with a text that was stored or is written on the way: for the OpenAPI document.</summary>
/// <param name="Schema">Name of the schema, where it is JSON.</param>
internal sealed record AnsweredFile(string MediaType, string? Schema = null);
