using FlowEngine.Text;

namespace FlowEngine.Checking.Rules;

/// <summary>A text that is written by language is written in all of the tenant's.</summary>
internal sealed class MissingLanguageRule : ICheckRule
{
    public IEnumerable<Finding> Check(FlowModel model) =>
        from found in model.Parts
        let text = found.Part.Localized
        where text is not null
        let missing = MissingIn(text, model.Context.Languages ?? [])
        where missing.Count > 0
        select Finding.Warning(
            "text_missing",
            found.Node.Id,
            found.Pointer,
            $"{found.Node.Name}: the text is missing in {string.Join(" and ", missing)}; the user gets it in {Said(text, model.Context.Languages!)} instead.",
            $"Add {string.Join(" and ", missing.Select(language => $"\"{language}\""))} to it.");

    private static List<string> MissingIn(LocalizedTemplate text, IReadOnlyList<string> languages)
    {
        var written = text.ByLanguage.Keys.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return written.Contains("")
            ? []
            : [.. languages.Where(language => !written.Contains(language) && !written.Contains(LanguageNumbers.Primary(language)))];
    }

    private static string Said(LocalizedTemplate text, IReadOnlyList<string> languages) =>
        languages.FirstOrDefault(text.ByLanguage.ContainsKey) ?? text.ByLanguage.First().Key;
}
