using FlowEngine.Conversations;

namespace FlowEngine.Text;

/// <summary>A filter with its argument bound.</summary>
internal sealed record TemplateFilter(string Name, string? Argument, Func<Value, string?, TextScope, Value> Function)
{
    public Value Apply(Value value, TextScope scope) => Function(value, Argument, scope);
}
