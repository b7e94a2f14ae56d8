using System.CommandLine;
using FlowEngine.Api.Serving;
using FlowEngine.Moving.Dumps;

namespace FlowEngine.Cli;

/// <summary><c>conversations status|import|generate</c>: the legacy system's conversations, and ours.</summary>
internal static class ConversationsCommand
{
    public static Command Create(IReadOnlyList<string> settings) =>
        new("conversations", "Conversations of the legacy system and of this one.") { Status(settings), Import(settings), Generate(settings) };

    private static Command Status(IReadOnlyList<string> settings)
    {
        var from = new Option<string>("--from") { Description = "A connection string, or a database file; without it our own database.", HelpName = "CONNECTION" };
        var (databases, json) = (TenantDatabases(), Json());
        var command = new Command(
            "status", "Say what there is, by tenant and day, and what is wrong; only reads. Exit code 0: nothing is wrong, 1: something is, or it cannot be read, 2: the command line was wrong.")
        {
            from, databases, json,
        };
        command.SetAction((parsed, token) => Guarded.RunAsync(() => ConversationsStatusRun.RunAsync(
            settings, parsed.GetValue(from), TenantPairs.Numbers(parsed.GetValue(databases)), parsed.GetValue(json), token)));
        return command;
    }

    private static Command Import(IReadOnlyList<string> settings)
    {
        var from = new Option<string>("--from")
        {
            Description = "The central database: a connection string, or a database file. It is opened read-only and never written.", HelpName = "CONNECTION",
        };
        var dump = new Option<string>("--from-dump") { Description = "Instead of a database a dump of it, as mysqldump, mariadb-dump or phpMyAdmin writes it: plain, or compressed by gzip or zstd.", HelpName = "FILE" };
        var dumpDatabase = new Option<string>("--dump-database") { Description = "Which database of the dump, where it has several with conversations.", HelpName = "NAME" };
        var charset = new Option<string>("--charset")
        {
            Description = "What the dump is in, such as latin5 or windows-1254; without it what the dump says, else UTF-8.", HelpName = "NAME",
        };
        charset.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && DumpCharsets.Find(result.Tokens[0].Value) is null)
            {
                result.AddError($"--charset {result.Tokens[0].Value} is not supported. Give utf-8 or a single-byte charset, or convert the dump to UTF-8 with iconv.");
            }
        });
        var tenants = new Option<string[]>("--tenant")
        {
            Description = "The tenant that is here already, by its id there; the others become tenant-ID. May be given often.", HelpName = "ID=SLUG",
        };
        tenants.Validators.Add(result => TenantPairs.Validate(result, "--tenant"));
        var (databases, json) = (TenantDatabases(), Json());
        var command = new Command(
            "import",
            "Bring a legacy database into ours: what was brought before is not brought again, and an import that was killed goes on. Exit code 0: every row was carried, 1: some were not, and the report says why, 2: the command line was wrong.")
        {
            from, dump, dumpDatabase, charset, databases, tenants, json,
        };
        command.Validators.Add(result =>
        {
            if ((result.GetResult(from) is null) == (result.GetResult(dump) is null))
            {
                result.AddError("Give --from CONNECTION or --from-dump FILE.");
            }

            if (result.GetResult(dump) is null && (result.GetResult(charset) is not null || result.GetResult(dumpDatabase) is not null))
            {
                result.AddError("--charset and --dump-database go with --from-dump FILE.");
            }
        });
        command.SetAction((parsed, token) => Guarded.RunAsync(() => ConversationsImportRun.RunAsync(
            settings,
            new(parsed.GetValue(from) ?? "", TenantPairs.Numbers(parsed.GetValue(databases)), TenantPairs.Numbers(parsed.GetValue(tenants))),
            parsed.GetValue(dump),
            parsed.GetValue(dumpDatabase),
            parsed.GetValue(charset) is { } name ? DumpCharsets.Find(name) : null,
            parsed.GetValue(json),
            token)));
        return command;
    }

    private static Command Generate(IReadOnlyList<string> settings)
    {
        var to = new Option<string>("--to") { Description = "The database file to make, or a connection string of a database that is not there yet; each tenant gets one beside it.", HelpName = "CONNECTION", Required = true };
        var conversations = Number("--conversations", 1_000);
        var tenants = Number("--tenants", 3);
        var messages = Number("--messages", 10);
        var seed = new Option<int>("--seed") { Description = "The same seed makes the same rows.", DefaultValueFactory = _ => 1 };
        var command = new Command(
            "generate", "Make a legacy database with the faults that such databases have, to try an import on. Exit code 0: made, 1: it cannot be made, 2: the command line was wrong.")
        {
            to, conversations, tenants, messages, seed,
        };
        command.SetAction((parsed, token) => Guarded.RunAsync(() => ConversationsGenerateRun.RunAsync(
            settings,
            parsed.GetValue(to)!,
            new(parsed.GetValue(conversations), parsed.GetValue(tenants), parsed.GetValue(seed), parsed.GetValue(messages)),
            token)));
        return command;
    }

    private static Option<string[]> TenantDatabases()
    {
        var option = new Option<string[]>("--tenant-db") { Description = "A tenant's own database, with its flows. May be given often.", HelpName = "ID=CONNECTION" };
        option.Validators.Add(result => TenantPairs.Validate(result, "--tenant-db"));
        return option;
    }

    private static Option<bool> Json() => new("--json") { Description = "Write JSON." };

    private static Option<int> Number(string name, int usual)
    {
        var option = new Option<int>(name) { Description = $"How many; {usual} where it is not said.", DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && (!int.TryParse(result.Tokens[0].Value, out var number) || number < 1))
            {
                result.AddError($"{name} takes a number of at least 1.");
            }
        });
        return option;
    }
}
