using FlowEngine.Conversations;
using FlowEngine.NodeTypes;

namespace FlowEngine.Checking.Satisfiability;

/// <summary>The finite set of values that the nodes of a document assign to a variable, if every writer declares its values.</summary>
internal sealed class AssignedValues
{
    /// <summary>By module (empty for the conversation) and name; null if a writer may write anything.</summary>
    private readonly Dictionary<(string Module, string Name), HashSet<Value>?> _values = [];

    public AssignedValues(FlowModel model)
    {
        foreach (var module in model.Modules)
        {
            foreach (var node in module.Nodes.Values)
            {
                foreach (var name in node.Type?.Sets ?? [])
                {
                    _values[KeyOf(module.Name, name)] = null;
                }

                foreach (var write in (node.Bound?.Value as IWritingConfiguration)?.Writes ?? [])
                {
                    Add((write.Scope == AssignmentScope.Walk ? module.Name : "", write.Name), write);
                }

                if (node.Bound?.Value is ISubFlowConfiguration call && call.Flow.StartsWith('#'))
                {
                    foreach (var name in call.Inputs.Keys)
                    {
                        _values[(call.Flow[1..], name)] = null;
                    }
                }
            }
        }
    }

    /// <summary>Null if they are not known, as for a variable that no node writes.</summary>
    public IReadOnlyList<Value>? Of(string module, VariablePath path)
    {
        if (path.Segments.Count > 0)
        {
            return null;
        }

        var keys = path.Root switch
        {
            VariableRoot.Walk => [(module, path.Name)],
            VariableRoot.Conversation => [("", path.Name)],
            VariableRoot.Any => new[] { (module, path.Name), ("", path.Name) },
            _ => [],
        };
        var written = keys.Where(_values.ContainsKey).Select(key => _values[key]).ToList();
        return written.Count == 0 || written.Contains(null) ? null : [.. written.SelectMany(values => values!).Distinct()];
    }

    private static (string, string) KeyOf(string module, string name) =>
        name.StartsWith("conversation.", StringComparison.Ordinal) ? ("", name[13..]) : (module, name);

    private void Add((string, string) key, VariableWrite write)
    {
        var isKnown = _values.TryGetValue(key, out var values);
        if (write.Clears)
        {
            _values[key] = isKnown ? values : [];
        }
        else if (write.Values is null)
        {
            _values[key] = null;
        }
        else if (!isKnown || values is not null)
        {
            values ??= [];
            values.UnionWith(write.Values);
            _values[key] = values;
        }
    }
}
