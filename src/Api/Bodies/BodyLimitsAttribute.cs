namespace FlowEngine.Api.Bodies;

/// <summary>How large and deep a body may be.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class BodyLimitsAttribute : Attribute
{
    public static BodyLimitsAttribute Default { get; } = new();

    public int MaxBytes { get; init; } = JsonBody.SmallBytes;

    public int MaxDepth { get; init; } = JsonBody.SmallDepth;

    /// <summary>A member in which NUL characters are checked by who reads it.</summary>
    public string? MayHaveNul { get; init; }
}
