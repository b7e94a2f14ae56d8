using System.Text.Json;

namespace FlowEngine.Drawflow.Comparing;

/// <summary>One difference between two versions of a flow.</summary>
public sealed record FlowChange(FlowChangeKind Kind)
{
    /// <summary>Null where it concerns the version.</summary>
    public string? Module { get; init; }

    /// <summary>Null where it concerns no single node.</summary>
    public string? NodeId { get; init; }

    /// <summary>As after the change; of a removed node as before.</summary>
    public string? NodeType { get; init; }

    /// <summary>As after the change; of a removed node as before.</summary>
    public string? Label { get; init; }

    /// <summary>JSON pointer into the node's <c>data</c>, or into the settings. Of an element taken from an array the old index.</summary>
    public string? Pointer { get; init; }

    /// <summary>Null where there was nothing; a JSON null is a value.</summary>
    public JsonElement? Before { get; init; }

    /// <summary>Null where there is nothing any more; a JSON null is a value.</summary>
    public JsonElement? After { get; init; }

    public ComparedEdge? Edge { get; init; }
}

/// <param name="Output">The N of <c>output_N</c>.</param>
/// <param name="Input">The N of <c>input_N</c>.</param>
public sealed record ComparedEdge(string From, int Output, string To, int Input);
