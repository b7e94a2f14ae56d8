using System.Globalization;

namespace FlowEngine.Drawflow;

/// <summary>RFC 6901.</summary>
internal static class JsonPointer
{
    public static string Append(string pointer, string name) =>
        pointer + "/" + name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    public static string Append(string pointer, int index) =>
        pointer + "/" + index.ToString(CultureInfo.InvariantCulture);
}
