namespace FlowEngine.Drawflow;

/// <summary>Caps on a document, so that reading one takes bounded time and memory.</summary>
public sealed record DrawflowLimits
{
    public static DrawflowLimits Default { get; } = new();

    public int MaxBytes { get; init; } = 10 * 1024 * 1024;

    /// <summary>Objects and arrays within each other; a Drawflow export itself needs 11.</summary>
    public int MaxDepth { get; init; } = 64;

    /// <summary>JSON values of any kind in the whole document.</summary>
    public int MaxValues { get; init; } = 1_000_000;

    public int MaxNodes { get; init; } = 20_000;

    /// <summary>UTF-8 bytes of one member's name.</summary>
    public int MaxNameBytes { get; init; } = 1024;

    public int MaxModuleNameLength { get; init; } = 100;

    /// <summary>UTF-8 bytes of one text inside the document.</summary>
    public int MaxTextBytes { get; init; } = 1024 * 1024;

    /// <summary>Characters of a node id: the width of the column that stores it.</summary>
    public int MaxIdLength { get; init; } = 50;

    /// <summary>Problems listed before the list is cut.</summary>
    public int MaxProblems { get; init; } = 500;
}
