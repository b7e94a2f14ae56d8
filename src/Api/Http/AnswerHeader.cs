namespace FlowEngine.Api.Http;

/// <summary>A header that an endpoint's answer may have, for the OpenAPI document.</summary>
/// <param name="Status">The answer that has it.</param>
internal sealed record AnswerHeader(string Name, int Status, string Description);
