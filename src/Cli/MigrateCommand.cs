using System.CommandLine;
using FlowEngine.Conversations;

namespace FlowEngine.Cli;

/// <summary><c>migrate status|up|down|verify</c>: the schema of the database that the settings name.</summary>
internal static class MigrateCommand
{
    public static Command Create(IReadOnlyList<string> settings)
    {
        var json = new Option<bool>("--json") { Description = "Write JSON." };
        var plan = new Option<bool>("--plan") { Description = "Write the SQL; changes nothing." };
        var reason = new Option<string>("--no-backup") { Description = "Why data is changed without a copy; it is audited.", HelpName = "REASON" };
        reason.Validators.Add(result =>
        {
            if (UnicodeText.IsBlank(result.GetValueOrDefault<string>()))
            {
                result.AddError("--no-backup needs a reason.");
            }
        });
        var run = new MigrateRun(settings);

        var status = new Command("status", "Say what 'up' would do; changes nothing. Exit code 0: nothing to do, 1: something, or not our database.") { plan, json };
        status.SetAction((parsed, token) => run.StatusAsync(parsed.GetValue(plan), parsed.GetValue(json), token));

        var up = new Command("up", "Bring the database to the schema of this program; data is copied first.") { reason, json };
        up.SetAction((parsed, token) => run.UpAsync(parsed.GetValue(reason), parsed.GetValue(json), token));

        var down = new Command(
            "down", "Go back towards the legacy schema as far as nothing is lost; data is copied first. Exit code 1: something stays.") { reason, plan, json };
        down.SetAction((parsed, token) => run.DownAsync(parsed.GetValue(reason), parsed.GetValue(plan), parsed.GetValue(json), token));

        var verify = new Command("verify", "Compare the schema with the model, column by column and index by index. Exit code 0: the same, 1: not.") { json };
        verify.SetAction((parsed, token) => run.VerifyAsync(parsed.GetValue(json), token));
        return new Command("migrate", "The database's schema.") { status, up, down, verify };
    }
}
