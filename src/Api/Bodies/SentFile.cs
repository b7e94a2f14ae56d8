namespace FlowEngine.Api.Bodies;

/// <summary>The body of an endpoint is a file that is taken as it is, whatever its content type: for the OpenAPI document.</summary>
internal sealed record SentFile(string Name, string Description);
