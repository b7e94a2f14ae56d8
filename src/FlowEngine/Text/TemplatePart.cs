using System.Text;
using FlowEngine.Conversations;

namespace FlowEngine.Text;

/// <summary>A piece of a template: text as it is, or a variable through its filters.</summary>
internal sealed record TemplatePart(string Literal, VariablePath? Path, IReadOnlyList<TemplateFilter> Filters)
{
    public static TemplatePart Of(string literal) => new(literal, null, []);

    public void AppendTo(StringBuilder output, TextScope scope, int limit)
    {
        var text = Path is null ? Literal : Read(Path, scope).ToString();
        output.Append(text, 0, Math.Min(text.Length, limit - output.Length));
    }

    private Value Read(VariablePath path, TextScope scope)
    {
        var value = scope.Variables.Resolve(path);
        for (var i = 0; i < Filters.Count; i++)
        {
            value = Filters[i].Apply(value, scope);
        }

        return value;
    }
}
