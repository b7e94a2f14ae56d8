using System.Reflection;
using System.Text.Json;
using FlowEngine.Api.Events;
using FlowEngine.Api.Http;
using FlowEngine.Chat.Replies;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace FlowEngine.Api.OpenApi;

/// <summary>What the OpenAPI document says of the service as a whole.</summary>
internal sealed class ApiDescription : IOpenApiDocumentTransformer
{
    /// <summary>Schemas of what is sent and answered as the file it is.</summary>
    private static readonly Dictionary<string, string> s_files = new(StringComparer.Ordinal)
    {
        ["DrawflowExport"] = "A Drawflow export. `GET /api/flows/schema` has its JSON Schema, with the node types that the tenant may use.",
        ["FlowTestScript"] = "A conversation test. `GET /api/flows/schema/test` has its JSON Schema.",
        ["SchemaJson"] = "A JSON Schema (2020-12).",
    };

    public static void Configure(OpenApiOptions options)
    {
        options.CreateSchemaReferenceId = type => IsAnything(type.Type) ? null : OpenApiOptions.CreateDefaultSchemaReferenceId(type);
        options.AddSchemaTransformer<MemberSchemas>();
        options.AddOperationTransformer<OperationDetails>();
        options.AddDocumentTransformer<ApiDescription>();
    }

    public async Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "FlowEngine",
            Version = ProductVersion(),
            Description = "Chat by conversation flows. Send an API key as `Authorization: Bearer KEY`; errors are RFC 9457 problem details. "
                + "A member without a value is left out of answers.",
        };

        // The address that the service listens on is another than the one that clients use behind a proxy.
        document.Servers = [];
        document.Components ??= new OpenApiComponents();
        document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[OperationDetails.Key] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "An API key, or a token of a configured OpenID provider.",
        };
        foreach (var (name, description) in s_files)
        {
            document.Components.Schemas[name] = new OpenApiSchema
            {
                Type = JsonSchemaType.Object, Description = description, AdditionalPropertiesAllowed = true,
            };
        }

        foreach (var type in new[] { typeof(ReplyDelta), typeof(ReplyDiscard), typeof(EventView) })
        {
            document.Components.Schemas[type.Name] = await context.GetOrCreateSchemaAsync(type, null, cancellationToken);
        }

        AnswerSchemas.Tighten(document);
    }

    /// <summary>JSON as it came: each member that has it says by itself what it may be.</summary>
    private static bool IsAnything(Type type) => (Nullable.GetUnderlyingType(type) ?? type) is var own && (own == typeof(JsonElement) || own == typeof(RawJson));

    private static string ProductVersion() =>
        typeof(ApiDescription).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
