using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace FlowEngine.Api.Comparisons.Gating;

/// <summary>A page that has its styles in itself, and needs nothing else.</summary>
public sealed class HtmlPage(string html) : IResult, IEndpointMetadataProvider
{
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(string), ["text/html"]));

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.ContentSecurityPolicy = Policy;
        httpContext.Response.Headers.XContentTypeOptions = "nosniff";
        httpContext.Response.Headers.CacheControl = "no-store";
        return TypedResults.Text(html, "text/html; charset=utf-8").ExecuteAsync(httpContext);
    }
}
