using FlowEngine.Conversations;

namespace FlowEngine.Checking.Rules;

/// <summary>A text says the same variables in every language.</summary>
internal sealed class PlaceholderRule : ICheckRule
{
    public IEnumerable<Finding> Check(FlowModel model) =>
        from found in model.Parts
        where found.Part.Localized is { ByLanguage.Count: > 1, Reads.Count: > 0 }
        let text = found.Part.Localized
        let all = text.Reads.Select(NameOf).Distinct(StringComparer.Ordinal).ToList()
        let lacking = text.ByLanguage.Select(pair => (Language: pair.Key, Names: all.Except(pair.Value.Reads.Select(NameOf)).ToList()))
            .Where(pair => pair.Names.Count > 0)
            .ToList()
        where lacking.Count > 0
        select Finding.Error(
            "placeholders_differ",
            found.Node.Id,
            found.Pointer,
            $"{found.Node.Name}: {string.Join("; ", lacking.Select(pair => $"in \"{pair.Language}\" the text lacks {Shown(pair.Names)}"))}, which another language has.",
            "Use the same variables in every language.");

    /// <summary>A bare name is the same variable as one with its scope.</summary>
    private static string NameOf(VariablePath path) =>
        path.Root is VariableRoot.Walk or VariableRoot.Conversation or VariableRoot.Any
            ? string.Join('.', path.Segments.Prepend(path.Name))
            : path.ToString();

    private static string Shown(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"{{{{{name}}}}}"));
}
