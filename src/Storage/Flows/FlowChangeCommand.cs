namespace FlowEngine.Storage.Flows;

/// <summary>Who changes a version, and on what condition.</summary>
/// <param name="Author">Who makes the change: <c>key:ID</c>.</param>
/// <param name="ExpectedEtag">What the ETag must still be; <c>*</c>: any; null: not asked.</param>
public sealed record FlowChangeCommand(string Author, string? ExpectedEtag = null)
{
    public const string AnyEtag = "*";

    /// <summary>Of a new version: why there is one.</summary>
    public string? Note { get; init; }

    /// <summary>Why it is published although flow tests fail; null where none fail.</summary>
    public string? Override { get; init; }

    /// <summary>Names of the flow tests that fail.</summary>
    public IReadOnlyList<string>? FailedTests { get; init; }
}
