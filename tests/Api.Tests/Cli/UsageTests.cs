namespace FlowEngine.Api.Tests.Cli;

public sealed class UsageTests(CommandLine program) : IClassFixture<CommandLine>
{
    [Theory]
    [InlineData("serv", "'serv' is not a command of 'flowengine'. Did you mean 'serve'?")]
    [InlineData("--url http://127.0.0.1:0", "'--url' is not an option of 'flowengine'. Did you mean '--urls'?")]
    [InlineData("flow chek x.json", "'chek' is not a command of 'flowengine flow'. Did you mean 'check'?")]
    [InlineData("flow check --jsn x.json", "'--jsn' is not an option of 'flowengine flow check'. Did you mean '--json'?")]
    [InlineData("flow check", "check")]
    [InlineData("flow check missing.json", "missing.json: there is no such file in ")]
    [InlineData("flow check .", ". is a folder")]
    [InlineData("flow chat missing.json", "missing.json: there is no such file in ")]
    [InlineData("key create", "--tenant SLUG")]
    [InlineData("key create --operator --tenant demo", "--tenant SLUG")]
    [InlineData("migrate up --no-backup", "--no-backup")]
    [InlineData("compare run", "--input")]
    [InlineData("compare run --input missing.ndjson", "missing.ndjson: there is no such file.")]
    [InlineData("compare run --input x --against-itself 101", "--against-itself takes a whole number from 0 to 100.")]
    [InlineData("compare gate --from 2026-02-01 --to 2026-01-01", "before it begins")]
    [InlineData("compare gate --from yesterday", "--from takes a time")]
    [InlineData("compare report --mode fre", "fre")]
    [InlineData("compare coverage", "Give --input FILE, or --tenant SLUG")]
    public async Task Run_OfWrongCommandLine_NamesWhatIsWrong(string line, string expected)
    {
        var finished = (await program.RunAsync(line.Split(' '))).Expect(2);

        Assert.Contains(expected, finished.Errors, StringComparison.Ordinal);
        Assert.Empty(finished.Output);
    }

    [Theory]
    [InlineData("--help", "migrate")]
    [InlineData("flow check --help", "--repair")]
    [InlineData("flow chat --help", "--language")]
    [InlineData("migrate up --help", "REASON")]
    [InlineData("key create --help", "--operator")]
    [InlineData("compare gate --help", "Exit code 0: it is passed, 1: a criterion fails, 2: anything else")]
    [InlineData("compare run --help", "--against-itself")]
    public async Task Run_OfHelp_SaysWhatThereIs(string line, string expected) =>
        Assert.Contains(expected, (await program.RunAsync(line.Split(' '))).Expect(0).Output, StringComparison.Ordinal);

    [Theory]
    [InlineData("--FlowEngine:Databse:X=1", "did you mean 'Database'?")]
    [InlineData("--FlowEngine:Database:ConnectionString=Data Surce=x", "ConnectionString is not a connection string of SQLite")]
    [InlineData("--FlowEngine:Database:ConnectionString=Data Source=.", "The database cannot be used")]
    public async Task Run_WithWrongSetting_IsOneClearMessage(string setting, string expected)
    {
        var finished = (await program.RunAsync("migrate", "up", setting)).Expect(1);

        Assert.Contains(expected, finished.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", finished.Errors, StringComparison.Ordinal);
    }
}
