using System.Text.Json.Nodes;
using FlowEngine.Drawflow;

namespace FlowEngine.Nodes.Tests.Harness;

/// <summary>
/// What a node type promises. Each type has one class beside its other tests, with a public parameterless constructor;
/// <see cref="NodeContractTests"/> finds them, fails for a type without one, and runs every case in both languages.
/// </summary>
public abstract class NodeContract
{
    public abstract string Type { get; }

    /// <summary>At least one for each declared port; the optional ports are also tried unconnected.</summary>
    public abstract IReadOnlyList<NodeCase> Cases { get; }

    /// <summary>Ways in which the node fails, if it can.</summary>
    public virtual IReadOnlyList<NodeFailure> Failures => [];

    protected static JsonObject Json(string json) => (JsonObject)JsonNode.Parse(json)!;
}

/// <param name="Port">Name of the port that the last turn leaves by; null for a type without ports: the walk ends.</param>
/// <param name="Data">The node's configuration, without any fault.</param>
public sealed record NodeCase(string? Port, JsonObject Data)
{
    /// <summary>The turns in Turkish; null is a time-out.</summary>
    public IReadOnlyList<string?> Turkish { get; init; } = ["merhaba"];

    /// <summary>The same turns in English.</summary>
    public IReadOnlyList<string?> English { get; init; } = ["hello"];

    /// <summary>Part of what is said in the last turn, or, where the node waits, in the first; null: nothing of it is looked at.</summary>
    public string? SaysInTurkish { get; init; }

    public string? SaysInEnglish { get; init; }

    /// <summary>Walk variables that are set before the node.</summary>
    public JsonObject? Walk { get; init; }

    public Action<TestWorld>? World { get; init; }

    /// <summary>More of the flow; see <see cref="NodeBench.Start"/>.</summary>
    public Action<DrawflowBuilder>? Add { get; init; }
}

/// <param name="Code">One of the failure codes.</param>
public sealed record NodeFailure(string Code, JsonObject Data)
{
    public string Message { get; init; } = "merhaba";

    public JsonObject? Walk { get; init; }

    public Action<TestWorld>? World { get; init; }

    public Action<DrawflowBuilder>? Add { get; init; }
}
