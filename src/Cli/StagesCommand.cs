using System.CommandLine;
using FlowEngine.Api.Serving;
using FlowEngine.Chat.Stages;

namespace FlowEngine.Cli;

/// <summary><c>stages get|set|ready</c>: the toggle.</summary>
internal static class StagesCommand
{
    private const string Codes = "Exit code 0: done, 1: refused, or it cannot be done, 2: the command line was wrong.";

    public static Command Create(IReadOnlyList<string> settings) =>
        new("stages", "How far tenants have moved from V1 to V2.") { Get(settings), Set(settings), Ready(settings) };

    private static Command Get(IReadOnlyList<string> settings)
    {
        var tenant = new Argument<string?>("TENANT") { Description = "Its slug; without it all tenants.", Arity = ArgumentArity.ZeroOrOne };
        var json = Json();
        var command = new Command("get", $"Say which stage is in force, and where it was set. {Codes}") { tenant, json };
        command.SetAction((parsed, token) => Guarded.RunAsync(() => StagesRun.GetAsync(settings, parsed.GetValue(tenant), parsed.GetValue(json), token)));
        return command;
    }

    private static Command Set(IReadOnlyList<string> settings)
    {
        var tenant = Tenant();
        var stage = new Argument<string>("STAGE") { Description = string.Join(", ", StageNames.All) + "." };
        stage.AcceptOnlyFromAmong([.. StageNames.All]);
        var percentage = Share("--percentage", "Share of the sessions that come to the stage, the others staying at the one before; 100 where it is not said.");
        var sample = Share("--sample", "Share of the sessions whose turns are compared; as it is where it is not said.");
        var reason = new Option<string>("--reason") { Description = "Why: needed for a jump, and where the gate does not pass.", HelpName = "TEXT" };
        var match = new Option<string>("--if-match") { Description = "Only while the stage has this ETag.", HelpName = "ETAG" };
        var json = Json();
        var command = new Command("set", $"Set a tenant's stage; every process sees it within two seconds. {Codes}")
        {
            tenant, stage, percentage, sample, reason, match, json,
        };
        command.SetAction((parsed, token) => Guarded.RunAsync(() => StagesRun.SetAsync(
            settings,
            parsed.GetValue(tenant)!,
            new(
                StageNames.Read(parsed.GetValue(stage))!.Value, parsed.GetValue(percentage), parsed.GetValue(sample), parsed.GetValue(reason),
                StagesRun.Actor, parsed.GetValue(match)),
            parsed.GetValue(json),
            token)));
        return command;
    }

    private static Command Ready(IReadOnlyList<string> settings)
    {
        var (tenant, json) = (Tenant(), Json());
        var command = new Command(
            "ready", "Say whether a tenant may leave 'off'; one turn is tried, nothing is stored. Exit code 0: it may, 1: it may not, 2: the command line was wrong.")
        {
            tenant, json,
        };
        command.SetAction((parsed, token) => Guarded.RunAsync(() => StagesRun.ReadyAsync(settings, parsed.GetValue(tenant)!, parsed.GetValue(json), token)));
        return command;
    }

    private static Argument<string> Tenant() => new("TENANT") { Description = "Its slug." };

    private static Option<bool> Json() => new("--json") { Description = "Write JSON." };

    private static Option<int?> Share(string name, string description)
    {
        var option = new Option<int?>(name) { Description = description, HelpName = "0..100" };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && (!int.TryParse(result.Tokens[0].Value, out var share) || share is < 0 or > StageSetting.All))
            {
                result.AddError($"{name} takes a whole number from 0 to 100.");
            }
        });
        return option;
    }
}
