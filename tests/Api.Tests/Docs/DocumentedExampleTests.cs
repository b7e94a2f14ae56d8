using System.CommandLine;
using System.Text.Json;
using System.Text.RegularExpressions;
using FlowEngine.Api.Serving;
using FlowEngine.Checking;
using FlowEngine.Cli;
using FlowEngine.NodeTypes;
using Microsoft.Extensions.DependencyInjection;

namespace FlowEngine.Api.Tests.Docs;

/// <summary>What pages show without running it: JSON, flows, and commands in the text.</summary>
public sealed partial class DocumentedExampleTests
{
    [Fact]
    public void Json_OfThePages_CanBeRead()
    {
        var faults =
            from page in DocumentationPages.All
            from block in DocumentationPages.Blocks(page)
            where block.Language == "json" && FaultOf(block.Text) is not null
            select $"{page}: {FaultOf(block.Text)}\n{block.Text}";

        Assert.Empty(faults);
    }

    /// <summary>The last state of a flow that a page builds up step by step; one that it shows whole.</summary>
    [Fact]
    public void Flows_OfThePages_HaveNoErrors()
    {
        using var services = ServiceHost.CreateBuilder([]).Services.BuildServiceProvider();
        var registry = services.GetRequiredService<NodeRegistry>();
        var flows = (
            from page in DocumentationPages.All
            from block in DocumentationPages.Blocks(page)
            where block.Language == "json" && block.Text.Contains("\"drawflow\"", StringComparison.Ordinal)
            group block by (page, block.File) into versions
            select (versions.Key.page, Flow: versions.Last().Text)).ToList();

        Assert.True(flows.Count > 1);
        Assert.Empty(
            from flow in flows
            from finding in FlowChecker.Check(flow.Flow, new CheckContext(registry)).Findings
            where finding.Severity == Severity.Error
            select $"{flow.page}: {finding.Code} {finding.Message}");
    }

    [Fact]
    public void Commands_InTheText_ExistWithTheirOptions()
    {
        var root = FlowEngineCommand.Create([]);
        var commands = (
            from page in DocumentationPages.All
            from span in CodeSpans().Matches(DocumentationPages.Read(page))
            let words = span.Groups[1].Value.Replace("\\|", "|", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries)
            let command = root.Subcommands.FirstOrDefault(command => command.Name == words[0])
            where command is not null && words.Length > 1 && Verb().IsMatch(words[1])
            select (Place: $"{page}: `{span.Groups[1].Value}`", Fault: FaultOf(command, words))).ToList();

        Assert.True(commands.Count > 30, $"Only {commands.Count} commands were found.");
        Assert.Empty(commands.Where(command => command.Fault is not null));
    }

    private static string? FaultOf(Command command, string[] words)
    {
        var verbs = words[1].Split('|');
        var found = command.Subcommands.Where(sub => verbs.Contains(sub.Name)).ToList();
        if (found.Count != verbs.Length)
        {
            return $"'{command.Name}' has no {words[1]}";
        }

        var known = found.SelectMany(sub => sub.Options).SelectMany(option => option.Aliases.Append(option.Name)).ToHashSet(StringComparer.Ordinal);
        return words.Skip(2).Select(word => word.Trim('[', ']', '.', ',')).FirstOrDefault(word => word.StartsWith('-') && !known.Contains(word)) is { } unknown
            ? $"no option {unknown}"
            : null;
    }

    /// <summary>Members without their object, and an object a line, are JSON too.</summary>
    private static string? FaultOf(string text)
    {
        var isPart = text.StartsWith('"');
        var documents = text.Split('\n', StringSplitOptions.RemoveEmptyEntries) is { Length: > 1 } lines && lines.All(line => line.StartsWith('{') && line.EndsWith('}'))
            ? lines
            : [isPart ? $"{{{text}}}" : text];
        try
        {
            foreach (var document in documents)
            {
                JsonDocument.Parse(document).Dispose();
            }

            return null;
        }
        catch (JsonException fault)
        {
            return fault.Message;
        }
    }

    [GeneratedRegex("`([^`\n]+)`", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex CodeSpans();

    [GeneratedRegex("^[a-z]+(?:[|][a-z]+)*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Verb();
}
