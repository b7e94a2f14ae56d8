using FlowEngine.Text;

namespace FlowEngine.Nodes.Common;

internal static class Texts
{
    /// <summary>The texts in the conversation's language, without those that are empty.</summary>
    public static IReadOnlyList<string> Render(IReadOnlyList<LocalizedTemplate> templates, TextScope scope) =>
        Render(templates, scope, Render);

    /// <summary>What comes of the parts, without those of which nothing comes; most messages have none, and then nothing is made.</summary>
    public static IReadOnlyList<TText> Render<TPart, TText>(
        IReadOnlyList<TPart> parts, TextScope scope, Func<TPart, TextScope, TText?> render)
        where TText : class =>
        parts.Count == 0 ? [] : [.. parts.Select(part => render(part, scope)).OfType<TText>()];

    /// <summary>Null where there is no template, or nothing comes of it.</summary>
    public static string? Render(LocalizedTemplate? template, TextScope scope) =>
        template?.Render(scope) is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;
}
