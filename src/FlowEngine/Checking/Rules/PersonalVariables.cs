using FlowEngine.Conversations;
using FlowEngine.NodeTypes;

namespace FlowEngine.Checking.Rules;

/// <summary>
/// Which variables hold what a user was asked for as e-mail, phone or name, followed through assignments and calls of modules:
/// a variable that is made of one holds the same.
/// </summary>
internal sealed class PersonalVariables
{
    /// <summary>By module (empty for the conversation's) and name: what it holds, such as "an e-mail address".</summary>
    private readonly Dictionary<(string Module, string Name), string> _held = [];

    public PersonalVariables(FlowModel model)
    {
        var flows = model.Modules
            .SelectMany(module => module.Nodes.Values, (module, node) => (Module: module.Name, node.Bound?.Value))
            .SelectMany(node => FlowsOf(node.Module, node.Value))
            .ToLookup(flow => flow.From, flow => flow.To);
        var waiting = new Queue<(string, string)>();
        foreach (var (to, what) in Asked(model))
        {
            Hold(to, what, waiting);
        }

        while (waiting.TryDequeue(out var from))
        {
            foreach (var to in flows[from])
            {
                Hold(to, _held[from], waiting);
            }
        }
    }

    /// <summary>Null where it holds nothing of the kind.</summary>
    public string? HeldBy(string module, VariablePath path) => KeysOf(module, path)
        .Select(key => _held.GetValueOrDefault(key))
        .FirstOrDefault(held => held is not null);

    private void Hold((string, string) variable, string what, Queue<(string, string)> waiting)
    {
        if (_held.TryAdd(variable, what))
        {
            waiting.Enqueue(variable);
        }
    }

    private static IEnumerable<((string, string) To, string What)> Asked(FlowModel model) =>
        from module in model.Modules
        from node in module.Nodes.Values
        from write in (node.Bound?.Value as IWritingConfiguration)?.Writes ?? []
        where write.Personal is not null
        select (KeyOf(module.Name, write.Scope, write.Name), write.Personal!);

    private static IEnumerable<((string, string) From, (string, string) To)> FlowsOf(string module, object? configuration)
    {
        var assigned =
            from write in (configuration as IWritingConfiguration)?.Writes ?? []
            from path in write.MadeOf
            from key in KeysOf(module, path)
            select (key, KeyOf(module, write.Scope, write.Name));
        if (configuration is not ISubFlowConfiguration call || !call.Flow.StartsWith('#'))
        {
            return assigned;
        }

        var called = call.Flow[1..];
        var given =
            from input in call.Inputs
            from path in input.Value.Reads
            from key in KeysOf(module, path)
            select (key, (called, input.Key));
        var taken = call.Outputs.Select(output => ((called, output.Key), (module, output.Value)));
        return assigned.Concat(given).Concat(taken);
    }

    private static (string Module, string Name) KeyOf(string module, AssignmentScope scope, string name) =>
        (scope == AssignmentScope.Walk ? module : "", name);

    private static IEnumerable<(string Module, string Name)> KeysOf(string module, VariablePath path) => path.Root switch
    {
        VariableRoot.Walk => [(module, path.Name)],
        VariableRoot.Conversation => [("", path.Name)],
        VariableRoot.Any => [(module, path.Name), ("", path.Name)],
        _ => [],
    };
}
