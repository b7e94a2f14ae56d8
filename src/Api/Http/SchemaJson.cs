namespace FlowEngine.Api.Http;

/// <summary>A JSON Schema, in the OpenAPI document: an object with any members.</summary>
internal abstract class SchemaJson
{
    public const string MediaType = "application/schema+json";
}
