using FlowEngine.Conversations;

namespace FlowEngine.Text;

/// <summary>A right side: a value as it is, or a template that is evaluated each time.</summary>
public sealed class ConditionOperand
{
    private ConditionOperand(Value literal, Template? template)
    {
        Literal = literal;
        Template = template;
        Folded = template is null && literal.Kind is ValueKind.Text or ValueKind.Boolean or ValueKind.Number
            ? new FoldedText(literal.ToString())
            : null;
        Number = template is null ? literal.Number : null;
    }

    /// <summary>The value where there is no template.</summary>
    public Value Literal { get; }

    public Template? Template { get; }

    /// <summary>The literal's folded text; null where it is no scalar or there is a template.</summary>
    internal FoldedText? Folded { get; }

    /// <summary>The literal as a number, if it is one.</summary>
    internal decimal? Number { get; }

    public static ConditionOperand Of(Value literal) => new(literal, null);

    public static ConditionOperand Of(Template template) =>
        template.IsLiteral ? new(Value.Of(template.LiteralText), null) : new(default, template);

    public Value Resolve(TextScope scope) => Template is null ? Literal : Template.Evaluate(scope);
}
