using System.Text;
using System.Text.Json;
using FlowEngine.Api.Access;
using FlowEngine.Api.Problems;
using FlowEngine.Hosting.Access;
using FlowEngine.Storage.Flows;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace FlowEngine.Api.Flows;

/// <summary>Documents as the files they are.</summary>
public static class DocumentEndpoints
{
    /// <summary>What belongs to a version beside its document; the ETag is of all three.</summary>
    private const string StartHeader = "X-Flow-Start";
    private const string SettingsHeader = "X-Flow-Settings";

    public static void MapDocuments(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGroup("/api/flows").WithTags("Flows").RequireScope(AccessScope.Design)
            .MapGet("/{name}/versions/{version:int}/document", GetAsync)
            .WithName("getFlowDocument")
            .WithSummary("The stored document itself, byte for byte as it was sent.")
            .WithDescription(
                "`ETag` is the version's, for `If-Match` and `If-None-Match`. `X-Flow-Start` is the start node's id, percent-encoded; `X-Flow-Settings` the version's settings as JSON in ASCII. Either is absent where the version has none. JSON that a browser has parsed and written again is not the same text.")
            .Produces<object>(StatusCodes.Status200OK, "application/json")
            .Produces(StatusCodes.Status304NotModified);

    private static async Task<Results<FileContentHttpResult, ApiProblem>> GetAsync(
        HttpContext http, Caller caller, FlowVersionStore store, string name, int version, CancellationToken cancellationToken)
    {
        if (await store.GetAsync(caller.Tenant.Profile.Key, name, version, cancellationToken) is not { } detail)
        {
            return FlowProblems.VersionNotFound(name, version);
        }

        if (detail.StartNodeId is { Length: > 0 } start)
        {
            http.Response.Headers[StartHeader] = Uri.EscapeDataString(start);
        }

        if (Ascii(detail.Settings) is { } settings)
        {
            http.Response.Headers[SettingsHeader] = settings;
        }

        // The result answers If-None-Match with 304.
        return TypedResults.File(
            Encoding.UTF8.GetBytes(detail.FlowData), "application/json", entityTag: new EntityTagHeaderValue($"\"{detail.Summary.Etag}\""));
    }

    /// <summary>Null where there are none, or where they are no JSON.</summary>
    private static string? Ascii(string? settings)
    {
        try
        {
            return string.IsNullOrWhiteSpace(settings) ? null : JsonSerializer.Serialize(JsonElement.Parse(settings), FlowJsonContext.Default.JsonElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
