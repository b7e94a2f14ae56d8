using System.Collections.Immutable;
using System.Text.Json;

namespace FlowEngine.Drawflow;

/// <summary>A node as the document has it; nothing of it is checked against a node type.</summary>
public sealed class DrawflowNode
{
    /// <summary>The key in the module's map, or the inner id in a list.</summary>
    public required string Id { get; init; }

    /// <summary>The member <c>name</c>; empty where absent.</summary>
    public required string Type { get; init; }

    public required string? Label { get; init; }

    /// <summary>Always an object: <c>data</c>, or <c>data.config</c> of an old editor; empty where there is none.</summary>
    public required JsonElement Configuration { get; init; }

    public required string ConfigurationPointer { get; init; }

    public required double? PosX { get; init; }

    public required double? PosY { get; init; }

    /// <summary>Port numbers from 1, ascending.</summary>
    public required ImmutableArray<int> Inputs { get; init; }

    /// <summary>The node does not record its inputs (short form): connections name them.</summary>
    public bool HasImpliedInputs { get; private init; }

    /// <summary>Port numbers from 1, ascending.</summary>
    public required ImmutableArray<int> Outputs { get; init; }

    public required string Pointer { get; init; }

    /// <summary>The node's JSON object.</summary>
    public required JsonElement Element { get; init; }

    /// <summary>The member <c>data</c> as it stands; undefined where absent.</summary>
    public JsonElement Data => Element.TryGetProperty("data", out var data) ? data : default;

    internal DrawflowNode WithImpliedInputs(ImmutableArray<int> inputs) => new()
    {
        Id = Id,
        Type = Type,
        Label = Label,
        Configuration = Configuration,
        ConfigurationPointer = ConfigurationPointer,
        PosX = PosX,
        PosY = PosY,
        Inputs = inputs,
        HasImpliedInputs = true,
        Outputs = Outputs,
        Pointer = Pointer,
        Element = Element,
    };
}
