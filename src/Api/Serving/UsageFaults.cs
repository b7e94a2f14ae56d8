using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using FlowEngine.NodeTypes;

namespace FlowEngine.Api.Serving;

/// <summary>What is wrong with a command line, in words that name it and the nearest thing that would be right.</summary>
internal static class UsageFaults
{
    /// <returns>Empty where the command can run.</returns>
    public static IReadOnlyList<string> Of(ParseResult parsed)
    {
        if (parsed.Action is HelpAction)
        {
            return [];
        }

        var unknown = parsed.UnmatchedTokens.Concat(Misplaced(parsed.CommandResult)).FirstOrDefault();
        if (unknown is not null)
        {
            return [Unknown(unknown, parsed.CommandResult.Command)];
        }

        return parsed.Action is ParseErrorAction ? [.. parsed.Errors.Select(error => error.Message).Distinct(StringComparer.Ordinal)] : [];
    }

    /// <summary>What looks like an option but was taken for a file.</summary>
    private static IEnumerable<string> Misplaced(CommandResult command) => command.Tokens
        .Where(token => token.Type == TokenType.Argument && token.Value.StartsWith("--", StringComparison.Ordinal))
        .Select(token => token.Value);

    private static string Unknown(string token, Command command)
    {
        var isOption = token.StartsWith('-');
        var known = isOption
            ? command.Options.SelectMany(option => option.Aliases.Append(option.Name)).Concat(SettingArguments.HostNames.Select(name => $"--{name}"))
            : command.Subcommands.Select(sub => sub.Name);
        var near = Spelling.Nearest(token.Split('=', 2)[0], known);
        var what = isOption ? "an option" : command.Subcommands.Count > 0 ? "a command" : "an argument";
        return $"'{token}' is not {what} of '{Path(command)}'." + (near is null ? "" : $" Did you mean '{near}'?");
    }

    private static string Path(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? $"{Path(parent)} {command.Name}" : "flowengine";
}
