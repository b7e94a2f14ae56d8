using System.Text.RegularExpressions;
using FlowEngine.Conversations;
using FlowEngine.NodeTypes;
using FlowEngine.Text;

namespace FlowEngine.Checking.Rules;

/// <summary>A variable in single braces is shown to the user as it is written, braces included.</summary>
internal sealed partial class SingleBraceRule : ICheckRule
{
    public IEnumerable<Finding> Check(FlowModel model)
    {
        var variables = Variables(model);
        return
            from found in model.Parts
            from text in Texts(found.Part)
            let name = InBraces().Matches(text)
                .Select(match => match.Groups["name"].Value)
                .FirstOrDefault(name => found.Part.SentTo is null || IsVariable(name, variables))
            where name is not null
            select Report(found, name);
    }

    private static Finding Report(NodePart found, string name) => Finding.Warning(
        "single_braces",
        found.Node.Id,
        found.Pointer,
        $"{found.Node.Name}: '{{{name}}}' is shown as it is written, because a variable needs two braces on each side.",
        $"Write '{{{{{name}}}}}' if you mean the variable.");

    private static HashSet<string> Variables(FlowModel model) => model.Modules
        .SelectMany(module => module.Nodes.Values)
        .Where(node => node is { Type: not null, Bound.Value: not null })
        .SelectMany(node => node.Type!.WritesOf(node.Bound!.Value!))
        .Select(write => write.Name)
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>A prompt may show a model how an answer is to look, as in <c>{json}</c>: there only what the flow has counts as a variable.</summary>
    private static bool IsVariable(string name, HashSet<string> variables) =>
        VariablePath.TryParse(name) is { } path && (path.Root != VariableRoot.Any || variables.Contains(path.Name));

    private static IEnumerable<string> Texts(ConfigurationPart part) => part.Value switch
    {
        Template template => [template.Source],
        ValueTemplate value => [value.Source],
        _ => part.Localized?.ByLanguage.Values.Select(template => template.Source) ?? [],
    };

    [GeneratedRegex(@"(?<!\{)\{\s*(?<name>[\p{L}_][\p{L}\p{N}_.]*)\s*(\|[^{}]*)?\}(?!\})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex InBraces();
}
