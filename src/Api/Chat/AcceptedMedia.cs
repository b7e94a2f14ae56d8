using Microsoft.Net.Http.Headers;

namespace FlowEngine.Api.Chat;

/// <summary>What a client wants to be answered with.</summary>
internal static class AcceptedMedia
{
    private const string EventStream = "text/event-stream";
    private const string Json = "application/json";

    /// <summary>True where the client names event streams and does not prefer JSON. <c>*/*</c> alone asks for no stream.</summary>
    public static bool IsEventStream(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().Accept;
        var streamed = Quality(accepted, EventStream);
        return streamed > 0 && streamed >= (Quality(accepted, Json) ?? Quality(accepted, "application/*") ?? Quality(accepted, "*/*") ?? 0);
    }

    /// <summary>Null where it is not named.</summary>
    private static double? Quality(IList<MediaTypeHeaderValue> accepted, string type) => accepted
        .Where(one => one.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase))
        .Max(one => one.Quality ?? (double?)1);
}
