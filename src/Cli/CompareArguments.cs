using System.CommandLine;

namespace FlowEngine.Cli;

/// <summary>Options that several of the <c>compare</c> commands have.</summary>
internal static class CompareArguments
{
    public static Option<string> Tenant(string description) => new("--tenant") { Description = description, HelpName = "SLUG" };

    public static Option<bool> Json() => new("--json") { Description = "Write JSON." };

    public static Option<string> Html() => new("--html") { Description = "Write the report as one page too, which loads nothing.", HelpName = "FILE" };

    public static Option<string> From() => TimeArgument.Option("--from", "From this time on; without it from 30 days before the end. At most 366 days.");

    public static Option<string> To() => TimeArgument.Option("--to", "Before this time; without it up to now.");

    public static Option<string> Flow() =>
        new("--flow") { Description = "A Drawflow export to try, or the name of one of the tenant's flows; without it the tenant's own choice.", HelpName = "FILE|NAME" };

    public static Option<string> At(string description) => TimeArgument.Option("--at", description);

    public static Option<int> Number(string name, string description, string unit, int usual, int from, int to)
    {
        var option = new Option<int>(name) { Description = $"{description} {usual} where it is not said.", HelpName = unit, DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token, ..] && (!int.TryParse(token.Value, out var number) || number < from || number > to))
            {
                result.AddError($"{name} takes a whole number from {from} to {to}.");
            }
        });
        return option;
    }
}
