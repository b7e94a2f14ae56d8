using FlowEngine.Conversations;
using FlowEngine.NodeTypes;

namespace FlowEngine.Nodes.Common;

/// <summary>
/// The walk variable <c>context</c>: what the model will see. Rows are ids, read again where they are needed. A member that is not there
/// was not known when the context was built; an empty one was left out on purpose.
/// </summary>
internal sealed record ContextParts
{
    public const string Variable = "context";

    /// <summary>Keys.</summary>
    public IReadOnlyList<string>? Directives { get; init; }

    public IReadOnlyList<HistoryMessage>? History { get; init; }

    public IReadOnlyList<long>? Products { get; init; }

    public IReadOnlyList<long>? Passages { get; init; }

    /// <summary>As <see cref="ContactValues"/> makes it.</summary>
    public Value? Contact { get; init; }

    public IReadOnlyDictionary<string, Value> Variables { get; init; } = new Dictionary<string, Value>();

    public Value ToValue()
    {
        var members = new Dictionary<string, Value>(StringComparer.Ordinal) { ["variables"] = Value.Of(Variables) };
        Add(members, "directives", Directives is null ? null : Value.Of([.. Directives.Select(key => Value.Of(key))]));
        Add(members, HistoryValues.Variable, History is null ? null : HistoryValues.Of(History));
        Add(members, RowValues.Products, Ids(Products));
        Add(members, RowValues.Passages, Ids(Passages));
        Add(members, ContactValues.Variable, Contact);
        return Value.Of(members);
    }

    public static ContextParts Read(Value context) => new()
    {
        Directives = Member(context, "directives") is { } keys ? [.. keys.Items.Select(key => key.ToString())] : null,
        History = Member(context, HistoryValues.Variable) is { } history ? HistoryValues.Read(history) : null,
        Products = Member(context, RowValues.Products) is { } products ? RowValues.Ids(products) : null,
        Passages = Member(context, RowValues.Passages) is { } passages ? RowValues.Ids(passages) : null,
        Contact = Member(context, ContactValues.Variable),
        Variables = context["variables"].Members,
    };

    private static Value? Member(Value context, string name) =>
        context.Members.TryGetValue(name, out var value) ? value : null;

    private static Value? Ids(IReadOnlyList<long>? ids) =>
        ids is null ? null : Value.Of([.. ids.Select(id => Value.Of((decimal)id))]);

    private static void Add(Dictionary<string, Value> members, string name, Value? value)
    {
        if (value is { } there)
        {
            members[name] = there;
        }
    }
}
