using System.ComponentModel;
using System.Runtime.InteropServices;
using FlowEngine.Conversations;
using FlowEngine.NodeTypes;
using FlowEngine.Text;
using FlowEngine.Text.Personal;

namespace FlowEngine.Nodes.Common;

public enum AssignmentOperation
{
    Set,

    /// <summary>One more item at the end of a list.</summary>
    Append,

    /// <summary>Adds a number, 1 where there is none.</summary>
    Add,

    Clear,
}

public sealed record SetVariableConfiguration : IValidatedConfiguration, IWritingConfiguration
{
    [Description("All values are read as they were before the node.")]
    public required IReadOnlyList<AssignmentConfiguration> Assignments { get; init; }

    [Description("Of names that do not say it themselves, as walk.n and conversation.n do.")]
    public AssignmentScope Scope { get; init; } = AssignmentScope.Conversation;

    IReadOnlyList<VariableWrite> IWritingConfiguration.Writes =>
        [.. Assignments.Select((assignment, index) => WriteOf(assignment, $"/assignments/{index}/name"))];

    private VariableWrite WriteOf(AssignmentConfiguration assignment, string pointer)
    {
        var write = VariableName.Written(assignment.Name, Scope, ValueTypes.None, pointer) with
        {
            MadeOf = assignment.Value?.Reads ?? [],
            Literal = assignment.Value?.Literal,
        };
        return assignment.Op switch
        {
            AssignmentOperation.Set when assignment.Value is { Whole: { } whole } => write with { Types = ValueTypes.Any, CopyOf = whole },
            AssignmentOperation.Set when assignment.Value is { Kind: { } kind and not ValueKind.Null } => write with { Types = TypesOf(kind, write.Literal) },
            AssignmentOperation.Append => write with { Types = ValueTypes.List, BuildsOnBefore = true },
            AssignmentOperation.Add => write with { Types = ValueTypes.Number, BuildsOnBefore = true, Literal = assignment.Value is null ? Value.Of(1m) : write.Literal },
            _ => write with { Clears = true },
        };
    }

    /// <summary>A number or truth value that an editor wrote as text stands for both.</summary>
    private static ValueTypes TypesOf(ValueKind kind, Value? literal) => kind.ToTypes()
        | (literal?.Number is null ? ValueTypes.None : ValueTypes.Number)
        | (literal?.Text is "true" or "false" ? ValueTypes.Boolean : ValueTypes.None);

    public IEnumerable<ConfigurationFault> Validate() => Assignments
        .Select((assignment, index) => VariableName.FaultOf(assignment.Name, $"/assignments/{index}/name"))
        .OfType<ConfigurationFault>();
}

public sealed record AssignmentConfiguration
{
    public required string Name { get; init; }

    [ReadsVariables(ReadKind.Passed)]
    public ValueTemplate? Value { get; init; }

    public AssignmentOperation Op { get; init; }
}

[NodeType("set_variable", NodeCategory.Common, Summary = "Sets, appends to, counts or clears variables.")]
[Port("next")]
internal sealed class SetVariableNode : Node<SetVariableConfiguration>
{
    protected override ValueTask<NodeResult> RunAsync(
        SetVariableConfiguration configuration, NodeContext context, CancellationToken cancellationToken)
    {
        var made = new Assignment[configuration.Assignments.Count];
        for (var i = 0; i < made.Length; i++)
        {
            var assignment = configuration.Assignments[i];
            var (scope, name) = VariableName.Read(assignment.Name, configuration.Scope);
            var before = Before(made.AsSpan(0, i), scope, name, context.Variables);
            var value = assignment.Value?.Evaluate(context.Scope);
            var isPersonal = IsPersonal(assignment, scope, name, made.AsSpan(0, i), context.Variables);
            if (assignment.Op == AssignmentOperation.Add)
            {
                if (Sum(before, value, assignment.Value?.Literal is not null, context.Scope.Language) is not { } sum)
                {
                    return Now(NodeResult.Fail(FailureCodes.NodeFailed, $"'{name}' cannot be added to: one side is not a number"));
                }

                made[i] = new(scope, name, Value.Of(sum)) { IsPersonal = isPersonal };
                continue;
            }

            made[i] = new(scope, name, Apply(assignment.Op, before, value)) { IsPersonal = isPersonal };
        }

        return Now(NodeResult.Continue() with { Sets = ImmutableCollectionsMarshal.AsImmutableArray(made) });
    }

    private static Value Apply(AssignmentOperation op, Value before, Value? value) => op switch
    {
        AssignmentOperation.Set => value ?? Value.Null,
        AssignmentOperation.Append => Value.Of([.. ItemsOf(before), value ?? Value.Null]),
        _ => Value.Null,
    };

    /// <summary>What is made of something personal, or added to it, is personal too.</summary>
    private static bool IsPersonal(
        AssignmentConfiguration assignment, AssignmentScope scope, string name, ReadOnlySpan<Assignment> made, Variables variables)
    {
        foreach (var path in assignment.Value?.Reads ?? [])
        {
            if (PersonalValues.Has(variables, path))
            {
                return true;
            }
        }

        if (assignment.Op is not (AssignmentOperation.Append or AssignmentOperation.Add))
        {
            return false;
        }

        for (var i = made.Length - 1; i >= 0; i--)
        {
            if (made[i].Scope == scope && made[i].Name == name)
            {
                return made[i].IsPersonal;
            }
        }

        return variables.IsPersonal(new(scope == AssignmentScope.Walk ? VariableRoot.Walk : VariableRoot.Conversation, name, []));
    }

    /// <summary>The variable's value, as assignments before this one in the same node left it.</summary>
    private static Value Before(ReadOnlySpan<Assignment> made, AssignmentScope scope, string name, Variables variables)
    {
        for (var i = made.Length - 1; i >= 0; i--)
        {
            if (made[i].Scope == scope && made[i].Name == name)
            {
                return made[i].Value;
            }
        }

        return scope == AssignmentScope.Walk ? variables.Walk(name) : variables.Conversation(name);
    }

    private static IEnumerable<Value> ItemsOf(Value value) =>
        value.Kind == ValueKind.List ? value.Items : value.IsEmpty ? [] : [value];

    /// <summary>Numbers in texts are read as the conversation's language writes them; one that stands in the flow is no language's.</summary>
    /// <param name="isWritten">The value stands in the flow.</param>
    private static decimal? Sum(Value before, Value? value, bool isWritten, string language)
    {
        var start = before.IsBlank ? 0 : NumberText.Of(before, language);
        var added = value is not { IsBlank: false } given ? 1 : isWritten ? given.Number : NumberText.Of(given, language);
        try
        {
            return start + added;
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
