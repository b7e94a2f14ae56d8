using FlowEngine.Conversations;

namespace FlowEngine.NodeTypes;

/// <summary>The kinds of values that a variable may have, as far as a flow says so without being walked.</summary>
[Flags]
public enum ValueTypes
{
    None = 0,
    Text = 1,
    Number = 2,
    Boolean = 4,
    List = 8,
    Object = 16,
    Any = Text | Number | Boolean | List | Object,
}

public static class ValueTypesExtensions
{
    /// <summary><see cref="ValueTypes.None"/> for null.</summary>
    public static ValueTypes ToTypes(this ValueKind kind) => kind switch
    {
        ValueKind.Text => ValueTypes.Text,
        ValueKind.Number => ValueTypes.Number,
        ValueKind.Boolean => ValueTypes.Boolean,
        ValueKind.List => ValueTypes.List,
        ValueKind.Object => ValueTypes.Object,
        _ => ValueTypes.None,
    };

    /// <summary>As messages name it: <c>text</c>, <c>number or list</c>, <c>any value</c>.</summary>
    public static string ToText(this ValueTypes types) => types switch
    {
        ValueTypes.Any => "any value",
        ValueTypes.None => "nothing",
        _ => types.ToString().ToLowerInvariant().Replace(", ", " or ", StringComparison.Ordinal),
    };
}
