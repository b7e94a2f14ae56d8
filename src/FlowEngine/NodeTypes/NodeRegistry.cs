using System.Collections.Frozen;
using System.Reflection;
using FlowEngine.Conversations;

namespace FlowEngine.NodeTypes;

/// <summary>All node types of this build, by name; fixed at start.</summary>
public sealed class NodeRegistry
{
    private readonly FrozenDictionary<string, NodeTypeInfo> _types;

    /// <exception cref="InvalidOperationException">Two types have one name, or a class is no complete node type.</exception>
    public NodeRegistry(IEnumerable<INode> nodes)
    {
        var types = nodes.Select(Describe).ToList();
        var faults = types
            .GroupBy(type => type.Name, StringComparer.Ordinal)
            .Where(group => group.Count() > 1)
            .Select(group => $"node type '{group.Key}' is declared by {string.Join(" and ", group.Select(type => type.Node.GetType().FullName))}")
            .ToList();
        if (faults.Count > 0)
        {
            throw new InvalidOperationException($"The node types are not unique: {string.Join("; ", faults)}. Rename all but one.");
        }

        _types = types.ToFrozenDictionary(type => type.Name, StringComparer.Ordinal);
        All = [.. types.OrderBy(type => type.Category).ThenBy(type => type.Name, StringComparer.Ordinal)];
    }

    public IReadOnlyList<NodeTypeInfo> All { get; }

    public NodeTypeInfo? Find(string name) => _types.GetValueOrDefault(name);

    private static NodeTypeInfo Describe(INode node)
    {
        var type = node.GetType();
        var declared = type.GetCustomAttribute<NodeTypeAttribute>()
            ?? throw new InvalidOperationException($"{type.FullName} is a node without [NodeType].");
        var configuration = ConfigurationOf(type)
            ?? throw new InvalidOperationException($"{type.FullName} does not derive from Node<TConfiguration>.");
        return new NodeTypeInfo
        {
            Name = declared.Name,
            Category = declared.Category,
            Summary = declared.Summary,
            Effect = declared.Effect,
            Waits = declared.Waits,
            CallsOut = declared.CallsOut,
            IsEntryPoint = declared.IsEntryPoint,
            AnswersByModel = declared.AnswersByModel,
            ConfigurationType = configuration,
            Ports = [.. type.GetCustomAttributes<PortAttribute>().Select((port, index) => new NodePort(port.Name, index + 1, port.Optional))],
            HasConfiguredPorts = typeof(IPortedConfiguration).IsAssignableFrom(configuration),
            Reads = declared.Reads,
            Sets = [.. declared.Sets.Select(written => written.Split(':')[0])],
            Results = [.. declared.Sets.Select(ResultOf)],
            Says = declared.Says,
            Node = node,
        };
    }

    private static VariableWrite ResultOf(string written)
    {
        var parts = written.Split(':');
        var types = parts.Length > 1 ? Enum.Parse<ValueTypes>(parts[1], ignoreCase: true) : ValueTypes.Any;
        const string conversation = "conversation.";
        return parts[0].StartsWith(conversation, StringComparison.Ordinal)
            ? new(AssignmentScope.Conversation, parts[0][conversation.Length..], types)
            : new(AssignmentScope.Walk, parts[0], types);
    }

    private static Type? ConfigurationOf(Type? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Node<>))
            {
                return type.GetGenericArguments()[0];
            }
        }

        return null;
    }
}
