namespace FlowEngine.Api.Http;

/// <summary>ETags in headers.</summary>
internal static class Etag
{
    public const string Any = "*";

    /// <summary>What a header <c>If-Match</c> expects; null where there is none. <see cref="Any"/> is given as it is.</summary>
    public static string? Expected(string? ifMatch) => ifMatch?.Trim() switch
    {
        null or "" => null,
        Any => Any,
        var value => value.Trim('"'),
    };

    /// <summary>Null too where <c>*</c> is expected, for what always exists.</summary>
    public static string? OfExisting(string? ifMatch) => Expected(ifMatch) is { } value && value != Any ? value : null;
}
