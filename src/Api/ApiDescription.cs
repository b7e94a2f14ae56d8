using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace FlowEngine.Api;

/// <summary>What the OpenAPI document says of the service as a whole.</summary>
internal sealed class ApiDescription : IOpenApiDocumentTransformer
{
    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "FlowEngine",
            Version = "v1",
            Description = "Chat by conversation flows. Send an API key as `Authorization: Bearer KEY`; errors are RFC 9457 problem details.",
        };
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes["key"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer" };
        document.Security ??= [];
        document.Security.Add(new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("key", document)] = [] });
        return Task.CompletedTask;
    }
}
