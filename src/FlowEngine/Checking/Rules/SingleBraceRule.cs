using System.Text.RegularExpressions;
using FlowEngine.NodeTypes;
using FlowEngine.Text;

namespace FlowEngine.Checking.Rules;

/// <summary>A variable in single braces is shown to the user as it is written, braces included.</summary>
internal sealed partial class SingleBraceRule : ICheckRule
{
    public IEnumerable<Finding> Check(FlowModel model) =>
        from found in model.Parts
        from text in Texts(found.Part)
        let name = InBraces().Match(text) is { Success: true } match ? match.Groups["name"].Value : null
        where name is not null
        select Finding.Warning(
            "single_braces",
            found.Node.Id,
            found.Pointer,
            $"{found.Node.Name}: '{{{name}}}' is shown as it is written, because a variable needs two braces on each side.",
            $"Write '{{{{{name}}}}}' if you mean the variable.");

    private static IEnumerable<string> Texts(ConfigurationPart part) => part.Value switch
    {
        Template template => [template.Source],
        ValueTemplate value => [value.Source],
        _ => part.Localized?.ByLanguage.Values.Select(template => template.Source) ?? [],
    };

    [GeneratedRegex(@"(?<!\{)\{\s*(?<name>[\p{L}_][\p{L}\p{N}_.]*)\s*(\|[^{}]*)?\}(?!\})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex InBraces();
}
