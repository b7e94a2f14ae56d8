using FlowEngine.Storage.Flows;

namespace FlowEngine.Api.Flows;

/// <summary>ETags of versions in headers.</summary>
internal static class FlowEtag
{
    /// <summary>What <c>If-Match</c> expects; null where any version may be changed.</summary>
    public static string? Expected(HttpRequest request) =>
        request.Headers.IfMatch.ToString().Trim() switch
        {
            "" => null,
            FlowChangeCommand.AnyEtag => FlowChangeCommand.AnyEtag,
            var value => value.Trim('"'),
        };

    public static void Give(HttpResponse response, string etag) => response.Headers.ETag = $"\"{etag}\"";
}
