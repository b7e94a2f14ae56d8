using System.CommandLine;
using FlowEngine.Api.Serving;

namespace FlowEngine.Cli;

/// <summary><c>tenant create|list|set|activate|deactivate</c>.</summary>
internal static class TenantCommand
{
    private const string Codes = "Exit code 0: done, 1: it cannot be done, 2: the command line was wrong.";

    public static Command Create(IReadOnlyList<string> settings) => new("tenant", "The tenants, inactive ones too.")
    {
        New(settings), List(settings), Set(settings),
        Active(settings, "activate", isActive: true, "Let a tenant be used."),
        Active(settings, "deactivate", isActive: false, "Let nobody use a tenant; its data stays."),
    };

    private static Command New(IReadOnlyList<string> settings)
    {
        var slug = Slug("Lower-case letters, digits and hyphens.");
        var (facts, json) = (new Facts(), Json());
        var inactive = new Option<bool>("--inactive") { Description = "Nobody can use it until 'tenant activate'." };
        var command = new Command("create", $"Make a tenant. It is not an error if it exists already with the same values. {Codes}") { slug, inactive, json };
        facts.AddTo(command);
        command.SetAction((parsed, token) => Guarded.RunAsync(() => TenantRun.CreateAsync(
            settings, parsed.GetValue(slug)!, facts.Read(parsed) with { IsActive = !parsed.GetValue(inactive) }, parsed.GetValue(json), token)));
        return command;
    }

    private static Command List(IReadOnlyList<string> settings)
    {
        var json = Json();
        var command = new Command("list", $"List the tenants by slug. {Codes}") { json };
        command.SetAction((parsed, token) => Guarded.RunAsync(() => TenantRun.ListAsync(settings, parsed.GetValue(json), token)));
        return command;
    }

    private static Command Set(IReadOnlyList<string> settings)
    {
        var slug = Slug("Which tenant.");
        var (facts, json) = (new Facts(), Json());
        var renamed = new Option<string>("--slug") { Description = "Its new slug; settings and flags that name the old one have to be changed too.", HelpName = "SLUG" };
        var command = new Command("set", $"Change a tenant; what is not named stays as it is. {Codes}") { slug, renamed, json };
        facts.AddTo(command);
        command.SetAction((parsed, token) => Guarded.RunAsync(() => TenantRun.ChangeAsync(
            settings, parsed.GetValue(slug)!, facts.Read(parsed) with { Slug = parsed.GetValue(renamed) }, parsed.GetValue(json), token)));
        return command;
    }

    private static Command Active(IReadOnlyList<string> settings, string verb, bool isActive, string description)
    {
        var (slug, json) = (Slug("Which tenant."), Json());
        var command = new Command(verb, $"{description} {Codes}") { slug, json };
        command.SetAction((parsed, token) => Guarded.RunAsync(() => TenantRun.ChangeAsync(
            settings, parsed.GetValue(slug)!, new() { IsActive = isActive }, parsed.GetValue(json), token)));
        return command;
    }

    private static Argument<string> Slug(string description) => new("SLUG") { Description = description };

    private static Option<bool> Json() => new("--json") { Description = "Write JSON." };

    /// <summary>The options that say what a tenant is.</summary>
    private sealed class Facts
    {
        private readonly Option<string> _name = new("--name") { Description = "Its name; the slug where a new one has none.", HelpName = "NAME" };
        private readonly Option<string> _languages = new("--languages") { Description = "Two-letter codes, its own first; 'en' for a new one.", HelpName = "tr,en" };
        private readonly Option<string> _currency = new("--currency") { Description = "Three capital letters; USD for a new one.", HelpName = "CODE" };
        private readonly Option<string> _timeZone = new("--time-zone") { Description = "An IANA name; UTC for a new one.", HelpName = "ZONE" };
        private readonly Option<string> _siteUrl = new("--site-url") { Description = "The address of its site; an empty text removes it.", HelpName = "URL" };

        public void AddTo(Command command)
        {
            foreach (var option in new[] { _name, _languages, _currency, _timeZone, _siteUrl })
            {
                command.Options.Add(option);
            }
        }

        public TenantOrder Read(ParseResult parsed) => new()
        {
            Name = parsed.GetValue(_name),
            Languages = parsed.GetValue(_languages)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            Currency = parsed.GetValue(_currency),
            TimeZone = parsed.GetValue(_timeZone),
            SiteUrl = parsed.GetValue(_siteUrl),
        };
    }
}
