using System.CommandLine;
using System.Globalization;
using FlowEngine.Comparing.Gates;

namespace FlowEngine.Cli;

/// <summary>Times on the command line: ISO 8601, of UTC where no offset is said; a day stands for its beginning.</summary>
internal static class TimeArgument
{
    private static readonly string[] s_forms = ["yyyy-MM-dd", "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"];

    public static DateTimeOffset? Read(string? text) =>
        DateTimeOffset.TryParseExact(text, s_forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    public static Option<string> Option(string name, string description)
    {
        var option = new Option<string>(name) { Description = description, HelpName = "TIME" };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token, ..] && Read(token.Value) is null)
            {
                result.AddError($"{name} takes a time, such as 2026-01-31 or 2026-01-31T12:00:00Z, not '{token.Value}'.");
            }
        });
        return option;
    }

    public static void Order(Command command, Option<string> from, Option<string> to) => command.Validators.Add(result =>
    {
        if (TimeWindow.Fault(Read(result.GetValue(from)), Read(result.GetValue(to))) is { } fault)
        {
            result.AddError(fault);
        }
    });
}
