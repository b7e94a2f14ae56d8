using FlowEngine.Conversations;

namespace FlowEngine.Text;

/// <summary>A piece of a template: text as it is, or a variable through its filters.</summary>
internal sealed record TemplatePart(string Literal, VariablePath? Path, IReadOnlyList<TemplateFilter> Filters)
{
    public static TemplatePart Of(string literal) => new(literal, null, []);

    public string Render(TextScope scope) => Path is null ? Literal : Read(Path, scope).ToString();

    private Value Read(VariablePath path, TextScope scope)
    {
        var value = scope.Variables.Resolve(path);
        for (var i = 0; i < Filters.Count; i++)
        {
            value = Bounded(Filters[i].Apply(value, scope));
        }

        return value;
    }

    /// <summary>Quoting a text again and again (<c>json|json</c>) would make it grow without end.</summary>
    private static Value Bounded(Value value) =>
        value.Text is { Length: > TextLimit.Length } text ? Value.Of(UnicodeText.Cut(text, TextLimit.Length)) : value;
}
