using FlowEngine.Conversations;

namespace FlowEngine.Text;

/// <summary>A right side: a value as it is, or a template that is evaluated each time.</summary>
public sealed class ConditionOperand
{
    private ConditionOperand(Value literal, Template? template)
    {
        Literal = literal;
        Template = template;
    }

    /// <summary>The value where there is no template.</summary>
    public Value Literal { get; }

    public Template? Template { get; }

    public static ConditionOperand Of(Value literal) => new(literal, null);

    public static ConditionOperand Of(Template template) =>
        template.IsLiteral ? new(Value.Of(template.LiteralText), null) : new(default, template);

    public Value Resolve(TextScope scope) => Template is null ? Literal : Template.Evaluate(scope);
}
