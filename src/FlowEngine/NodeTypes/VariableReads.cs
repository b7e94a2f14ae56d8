using System.Reflection;
using FlowEngine.Conversations;
using FlowEngine.Text;

namespace FlowEngine.NodeTypes;

/// <summary>What a node reads: its texts, its conditions and what its type declares.</summary>
public static class VariableReads
{
    public static IEnumerable<VariableRead> Of(NodeTypeInfo type, object configuration, ConfigurationParts parts) =>
        parts.Of(configuration).SelectMany(OfPart)
            .Concat(type.Reads.Select(Declared));

    private static VariableRead Declared(string name) => new(
        new VariablePath(VariableRoot.Walk, name.TrimEnd('?'), []),
        "",
        name.EndsWith('?') ? ReadKind.Optional : ReadKind.Used);

    private static IEnumerable<VariableRead> OfPart(ConfigurationPart part)
    {
        var said = part.Member?.GetCustomAttribute<ReadsVariablesAttribute>()?.Kind;
        return part.Value switch
        {
            string name when said is { } kind => VariablePath.TryParse(name) is { } path ? [new(path, part.Pointer, kind)] : [],
            Template template => OfText(template.Uses, part.Pointer, template.Whole is null ? null : said),
            LocalizedTemplate texts => texts.ByLanguage.SelectMany(text => OfText(
                text.Value.Uses, text.Key.Length == 0 ? part.Pointer : $"{part.Pointer}/{text.Key}", text.Value.Whole is null ? null : said)),
            ValueTemplate value => OfText(value.Uses, part.Pointer, value.Whole is null ? null : said),
            Choice choice => choice.Label.Reads.Select(path => new VariableRead(path, part.Pointer, ReadKind.Used)),
            Condition condition => ConditionReads.Of(condition.Root, part.Pointer),
            _ => [],
        };
    }

    private static IEnumerable<VariableRead> OfText(IEnumerable<VariableUse> uses, string pointer, ReadKind? said) =>
        uses.Select(use => new VariableRead(use.Path, pointer, use.HasDefault ? ReadKind.Optional : said ?? ReadKind.Used));
}
