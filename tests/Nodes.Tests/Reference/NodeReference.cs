using System.Globalization;
using System.Text;
using System.Text.Json;
using FlowEngine.Conversations;
using FlowEngine.NodeTypes;

namespace FlowEngine.Nodes.Tests.Reference;

/// <summary>The page docs/nodes.md, from the registry.</summary>
internal static class NodeReference
{
    private static readonly HashSet<string> s_common =
        [.. typeof(NodeSettings).GetProperties().Select(member => JsonNamingPolicy.SnakeCaseLower.ConvertName(member.Name))];

    public static string Of(NodeRegistry registry)
    {
        var page = new StringBuilder("""
            # Node types

            This page is made from the code: `UPDATE_DOCS=1 dotnet test tests/Nodes.Tests --filter NodeReference` writes it anew.
            A node's type is its Drawflow `name`, its configuration its `data`. *Optional* ports may be left unconnected.
            How templates, conditions and variables are written: [the flow format](flow-format.md).


            """.ReplaceLineEndings("\n"));
        page.Append("| type | what it does | ports | waits | effect |\n| --- | --- | --- | --- | --- |\n");
        foreach (var type in registry.All)
        {
            page.Append(CultureInfo.InvariantCulture, $"| [`{type.Name}`](#{type.Name}) | {type.Summary} | {PortsOf(type)} | {(type.Waits ? "yes" : "")} | {EffectOf(type)} |\n");
        }

        page.Append("\n## Members of every node\n\n");
        AppendTable(page, CommonRows(registry));
        foreach (var category in registry.All.GroupBy(type => type.Category))
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {category.Key}\n");
            foreach (var type in category)
            {
                Append(page, type);
            }
        }

        return page.ToString();
    }

    private static void Append(StringBuilder page, NodeTypeInfo type)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n### {type.Name}\n\n{type.Summary}\n\n");
        page.Append(CultureInfo.InvariantCulture, $"- Ports: {PortsOf(type)}\n");
        AppendNames(page, "Reads", type.Reads.Select(name => name.EndsWith('?') ? $"`{name[..^1]}` (if set)" : $"`{name}`"));
        AppendNames(page, "Sets", type.Sets.Select(name => $"`{name}`"));
        AppendNames(page, "Waits", type.Waits ? ["it may wait for the user's answer"] : []);
        AppendNames(page, "Effect", type.Effect == EffectKind.None ? [] : [EffectOf(type)]);
        AppendNames(page, "Calls out", type.CallsOut ? ["it may call a model or an outside service"] : []);
        var rows = ConfigurationTable.Rows(ConfigurationSchema.Of(type), IsCommonIn(type)).ToList();
        if (rows.Count > 0)
        {
            page.Append('\n');
            AppendTable(page, rows);
        }
    }

    private static IEnumerable<string> CommonRows(NodeRegistry registry)
    {
        var schema = ConfigurationSchema.Of(registry.All.First(type => OwnMembers(type).All(name => !s_common.Contains(name))));
        return ConfigurationTable.Rows(schema, name => !s_common.Contains(name));
    }

    private static Func<string, bool> IsCommonIn(NodeTypeInfo type)
    {
        var own = OwnMembers(type).ToHashSet(StringComparer.Ordinal);
        return name => s_common.Contains(name) && !own.Contains(name);
    }

    private static IEnumerable<string> OwnMembers(NodeTypeInfo type) =>
        type.ConfigurationType.GetProperties().Select(member => JsonNamingPolicy.SnakeCaseLower.ConvertName(member.Name));

    private static void AppendTable(StringBuilder page, IEnumerable<string> rows)
    {
        page.Append("| member | value | default | what |\n| --- | --- | --- | --- |\n");
        foreach (var row in rows)
        {
            page.Append(row.TrimEnd()).Append('\n');
        }
    }

    private static void AppendNames(StringBuilder page, string title, IEnumerable<string> names)
    {
        var listed = string.Join(", ", names);
        if (listed.Length > 0)
        {
            page.Append(CultureInfo.InvariantCulture, $"- {title}: {listed}\n");
        }
    }

    private static string PortsOf(NodeTypeInfo type)
    {
        var ports = type.Ports.Select(port => $"{port.Output} {(port.Optional ? $"*{port.Name}*" : port.Name)}");
        return string.Join(", ", type.HasConfiguredPorts ? ports.Append("as configured") : type.Ports.Count == 0 ? ["none"] : ports);
    }

    private static string EffectOf(NodeTypeInfo type) => type.Effect switch
    {
        EffectKind.Stored => "a row stored with the turn",
        EffectKind.External => "a call outside",
        _ => "",
    };
}
