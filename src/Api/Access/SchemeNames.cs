namespace FlowEngine.Api.Access;

internal static class SchemeNames
{
    /// <summary>Whichever of the others fits the request.</summary>
    public const string Any = "any";

    public const string ApiKey = "key";
    public const string Session = "session";

    /// <summary>What the header begins with, before a key or a token.</summary>
    public const string Bearer = "Bearer ";
}
