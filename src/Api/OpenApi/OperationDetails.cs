using System.Globalization;
using System.Text.Json.Nodes;
using FlowEngine.Api.Access;
using FlowEngine.Api.Bodies;
using FlowEngine.Api.Http;
using FlowEngine.Hosting.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace FlowEngine.Api.OpenApi;

/// <summary>What the OpenAPI document says of an operation beyond its types: headers, files, events, who may call.</summary>
internal sealed class OperationDetails : IOpenApiOperationTransformer
{
    public const string Key = "key";

    private static readonly Dictionary<string, string> s_headers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["If-Match"] = "The ETag that must still be there; the change is refused with 412 where somebody else was first. `*`: any.",
        ["Idempotency-Key"] = "1 to 200 visible ASCII characters of your choice: the same request with the same key gives the stored answer.",
        ["Last-Event-ID"] = "The id of the last event that came: the stream goes on after it.",
    };

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var document = context.Document!;
        foreach (var header in (operation.Parameters ?? []).OfType<OpenApiParameter>().Where(parameter => parameter.In == ParameterLocation.Header))
        {
            header.Description ??= s_headers.GetValueOrDefault(header.Name ?? "");
        }

        PathParameters(operation, context.Description.RelativePath ?? "");
        Examples(operation, context.Description.RelativePath ?? "");
        if (metadata.OfType<IAuthorizeData>().Any())
        {
            Authorized(operation, document, [.. metadata.OfType<IAuthorizeData>().Select(data => data.Policy)]);
        }

        operation.Responses ??= [];
        Files(operation, metadata, document);
        Headers(operation, metadata);
        if (operation.RequestBody?.Content?.Values.FirstOrDefault() is { } body)
        {
            body.Example = OpenApi.Examples.Body(operation.OperationId);
        }

        return Task.CompletedTask;
    }

    /// <summary>Those too that no parameter of the endpoint's method takes, as the caller is found by them.</summary>
    private static void PathParameters(OpenApiOperation operation, string path)
    {
        operation.Parameters ??= [];
        var known = operation.Parameters.Where(parameter => parameter.In == ParameterLocation.Path).Select(parameter => parameter.Name).ToHashSet(StringComparer.Ordinal);
        var names = path.Split('/').Where(segment => segment.StartsWith('{')).Select(segment => segment.Trim('{', '}').Split(':')[0]);
        foreach (var name in names.Where(name => !known.Contains(name)))
        {
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = name, In = ParameterLocation.Path, Required = true, Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            });
        }
    }

    private static void Examples(OpenApiOperation operation, string path)
    {
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>()
            .Where(parameter => parameter.In == ParameterLocation.Path || parameter.Required || path.Contains("kill-switches", StringComparison.Ordinal)))
        {
            parameter.Example = OpenApi.Examples.Parameter(parameter.Name!, path);
        }
    }

    private static void Authorized(OpenApiOperation operation, OpenApiDocument document, IReadOnlyList<string?> policies)
    {
        operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Key, document)] = [] }];
        if (policies.Contains(AccessPolicies.Of(AccessScope.Chat)))
        {
            // Visitors have no key, where the tenant allows it.
            operation.Security.Add([]);
        }

        if (policies.Contains(AccessPolicies.Operator))
        {
            return;
        }

        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = NamedTenants.Header,
            In = ParameterLocation.Header,
            Description = "The tenant's slug: operators name it, and visitors without a key.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = 64 },
        });
    }

    private static void Files(OpenApiOperation operation, IList<object> metadata, OpenApiDocument document)
    {
        if (metadata.OfType<SentFile>().FirstOrDefault() is { } sent)
        {
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Description = sent.Description,
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    ["application/json"] = new() { Schema = new OpenApiSchemaReference(sent.Name, document) },
                },
            };
        }

        if (metadata.OfType<AnsweredFile>().FirstOrDefault() is { } answered)
        {
            Ok(operation).Content = new Dictionary<string, OpenApiMediaType>
            {
                [answered.MediaType] = new()
                {
                    Schema = answered.Schema is { } name
                        ? new OpenApiSchemaReference(name, document)
                        : new OpenApiSchema { Type = JsonSchemaType.String },
                },
            };
        }

        if (metadata.OfType<AnsweredEvents>().FirstOrDefault() is { } events)
        {
            (Ok(operation).Content ??= new Dictionary<string, OpenApiMediaType>())["text/event-stream"] = new OpenApiMediaType { Schema = Events(events) };
        }
    }

    /// <summary>The schema of a stream is text; which events come and what data they have is beside it.</summary>
    private static OpenApiSchema Events(AnsweredEvents answered)
    {
        var list = new JsonArray([.. answered.Events.Select(one => (JsonNode)new JsonObject
        {
            ["event"] = one.Name,
            ["description"] = one.Description,
            ["data"] = one.Data is null
                ? new JsonObject { ["type"] = "object" }
                : new JsonObject { ["$ref"] = $"#/components/schemas/{one.Data.Name}" },
        })]);
        return new()
        {
            Type = JsonSchemaType.String,
            Description = "Server-sent events, each with an id, `event` and `data`, which is JSON.",
            Extensions = new Dictionary<string, IOpenApiExtension> { ["x-events"] = new JsonNodeExtension(list) },
        };
    }

    private static void Headers(OpenApiOperation operation, IList<object> metadata)
    {
        foreach (var header in metadata.OfType<AnswerHeader>())
        {
            Add(operation, header.Status.ToString(CultureInfo.InvariantCulture), header.Name, header.Description, JsonSchemaType.String);
        }

        Add(operation, "401", "WWW-Authenticate", "`Bearer`", JsonSchemaType.String);
        foreach (var status in new[] { "409", "429", "503" })
        {
            Add(operation, status, "Retry-After", "After how many seconds it may be worth trying again; absent where it is not a matter of time.", JsonSchemaType.Integer);
        }
    }

    private static void Add(OpenApiOperation operation, string status, string name, string description, JsonSchemaType type)
    {
        if (operation.Responses!.TryGetValue(status, out var found) && found is OpenApiResponse response
            && (status == "200" || response.Content?.ContainsKey("application/problem+json") == true))
        {
            response.Headers ??= new Dictionary<string, IOpenApiHeader>();
            response.Headers[name] = new OpenApiHeader { Description = description, Schema = new OpenApiSchema { Type = type } };
        }
    }

    private static OpenApiResponse Ok(OpenApiOperation operation)
    {
        if (operation.Responses!.TryGetValue("200", out var found) && found is OpenApiResponse response)
        {
            response.Content ??= new Dictionary<string, OpenApiMediaType>();
            return response;
        }

        response = new OpenApiResponse { Description = "OK", Content = new Dictionary<string, OpenApiMediaType>() };
        operation.Responses["200"] = response;
        return response;
    }
}
