using System.Text.Json.Nodes;
using FlowEngine.Drawflow.Writing;

namespace FlowEngine.Drawflow;

/// <summary>
/// Makes a document as the editor would have exported it: its order of members and nodes, numeric ids as numbers,
/// every connection recorded at both ends. The module Home is always there.
/// </summary>
public sealed class DrawflowBuilder
{
    private readonly List<ModuleDraft> _modules = [new(DrawflowDocument.HomeName)];
    private ModuleDraft _current;

    public DrawflowBuilder() => _current = _modules[0];

    /// <summary>What follows belongs to this module, a new one or one that was named before.</summary>
    public DrawflowBuilder Module(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var module = _modules.Find(m => string.Equals(m.Name, name, StringComparison.Ordinal));
        if (module is null)
        {
            module = new ModuleDraft(name);
            _modules.Add(module);
        }

        _current = module;
        return this;
    }

    /// <param name="data">Copied.</param>
    public DrawflowBuilder Node(string id, string type, JsonObject? data = null, int outputs = 1, double x = 0, double y = 0, int inputs = 1)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentNullException.ThrowIfNull(type);
        ArgumentOutOfRangeException.ThrowIfNegative(outputs);
        ArgumentOutOfRangeException.ThrowIfNegative(inputs);
        if (_modules.Exists(m => m.Nodes.ContainsKey(id)))
        {
            throw new ArgumentException($"There is a node '{id}' already.", nameof(id));
        }

        _current.Nodes.Add(id, new NodeDraft(id, type, (JsonObject?)data?.DeepClone() ?? [], inputs, outputs, x, y));
        return this;
    }

    /// <summary>Within the current module; the nodes may be added later.</summary>
    public DrawflowBuilder Connect(string source, int outputPort, string target, int inputPort = 1)
    {
        _current.Edges.Add(new EdgeKey(source, outputPort, target, inputPort));
        return this;
    }

    /// <exception cref="InvalidOperationException">A connection names a node or port that the module lacks, or an id or the size is refused.</exception>
    public DrawflowDocument Build()
    {
        var modules = new JsonObject();
        foreach (var module in _modules)
        {
            modules[module.Name] = ModuleWriter.Write(module);
        }

        var reading = DrawflowReader.Read(DocumentText.Of(new JsonObject { ["drawflow"] = modules }));
        return reading is { Document: { } document, HasErrors: false }
            ? document
            : throw new InvalidOperationException(string.Join(' ', reading.Problems.Where(p => p.IsError).Select(p => p.Message)));
    }
}
