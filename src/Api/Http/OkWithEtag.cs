using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace FlowEngine.Api.Http;

/// <summary>200 with a value and its ETag, which a change can name in <c>If-Match</c>.</summary>
public sealed class OkWithEtag<T>(T value, string etag) : IResult, IEndpointMetadataProvider, IStatusCodeHttpResult, IValueHttpResult<T>
{
    public T? Value => value;

    int? IStatusCodeHttpResult.StatusCode => StatusCodes.Status200OK;

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), ["application/json"]));
        builder.Metadata.Add(new AnswerHeader("ETag", StatusCodes.Status200OK, "For `If-Match` of a change: it is refused where somebody else was first."));
    }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.ETag = $"\"{etag}\"";
        return TypedResults.Ok(value).ExecuteAsync(httpContext);
    }
}
