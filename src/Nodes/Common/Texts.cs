using FlowEngine.Text;

namespace FlowEngine.Nodes.Common;

internal static class Texts
{
    /// <summary>The texts in the conversation's language, without those that are empty.</summary>
    public static IReadOnlyList<string> Render(IReadOnlyList<LocalizedTemplate> templates, TextScope scope) =>
        [.. templates.Select(template => template.Render(scope)).Where(text => !string.IsNullOrWhiteSpace(text))];

    /// <summary>Null where there is no template, or nothing comes of it.</summary>
    public static string? Render(LocalizedTemplate? template, TextScope scope) =>
        template?.Render(scope) is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;
}
