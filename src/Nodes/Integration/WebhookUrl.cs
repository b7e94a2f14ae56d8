using FlowEngine.Conversations;
using FlowEngine.NodeTypes;
using FlowEngine.Text;

namespace FlowEngine.Nodes.Integration;

/// <summary>A URL whose scheme and host are written out, so that who checks the flow sees where it calls; the rest may hold variables.</summary>
internal static class WebhookUrl
{
    private static readonly char[] s_afterHost = ['/', '?', '#'];

    /// <summary>Scheme, host and port; null where they are not written out or are no http address.</summary>
    public static Uri? OriginOf(Template url)
    {
        var open = url.Source.IndexOf("{{", StringComparison.Ordinal);
        var written = open < 0 ? url.Source : url.Source[..open];
        var scheme = written.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0)
        {
            return null;
        }

        var host = written.IndexOfAny(s_afterHost, scheme + 3);
        if (host < 0 && open >= 0)
        {
            return null;
        }

        return Uri.TryCreate(host < 0 ? written : written[..host], UriKind.Absolute, out var origin)
            && origin.Scheme is "https" or "http" && origin.UserInfo.Length == 0
                ? origin
                : null;
    }

    public static ConfigurationFault? FaultOf(Template url, string pointer) => OriginOf(url) is null
        ? new(
            pointer,
            "Scheme and host of the URL must be written out; variables may stand in its path and query.",
            "Begin it with https://, the host and a slash, and put no user name into it.")
        : null;

    /// <summary>Variables are encoded, so that what a user wrote stays within its place. Null where one would climb out of its path.</summary>
    public static string? Render(Template url, TextScope scope)
    {
        var rendered = url.Render(scope, Uri.EscapeDataString);
        var path = rendered.Split('?', '#')[0];
        var climbs = !url.IsLiteral && path.Split('/').Any(segment => segment is "." or "..");
        return climbs ? null : rendered;
    }
}
