using FlowEngine.Conversations;
using FlowEngine.NodeTypes;
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

    /// <summary>What a node does that says something where one of its texts does.</summary>
    public static Saying Saying(IEnumerable<LocalizedTemplate?> texts) => texts.OfType<LocalizedTemplate>().Select(SayingOf).ToList() switch
    {
        var all when all.Contains(NodeTypes.Saying.Always) => NodeTypes.Saying.Always,
        var all when all.Contains(NodeTypes.Saying.Sometimes) => NodeTypes.Saying.Sometimes,
        _ => NodeTypes.Saying.Never,
    };

    private static Saying SayingOf(LocalizedTemplate texts) =>
        texts.ByLanguage.Values.All(text => text.AlwaysShows) ? NodeTypes.Saying.Always
        : texts.ByLanguage.Values.All(text => text.IsLiteral && !text.AlwaysShows) ? NodeTypes.Saying.Never
        : NodeTypes.Saying.Sometimes;

    /// <summary>Null where there is no template, or nothing comes of it.</summary>
    public static string? Render(LocalizedTemplate? template, TextScope scope) =>
        template?.Render(scope) is { } text && !UnicodeText.IsBlank(text) ? text : null;
}
