using FlowEngine.Api.Serving;

namespace FlowEngine.Api.Tests.Cli;

public sealed class SettingArgumentTests
{
    [Theory]
    [InlineData("flow check a.json --json", "flow check a.json --json", "")]
    [InlineData("--urls http://x serve", "serve", "--urls http://x")]
    [InlineData("migrate --FlowEngine:InstanceId=a up", "migrate up", "--FlowEngine:InstanceId=a")]
    [InlineData("migrate up --FlowEngine:InstanceId a --json", "migrate up --json", "--FlowEngine:InstanceId a")]
    [InlineData("--environment --json", "--json", "--environment")]
    [InlineData("flow check C:x.json", "flow check C:x.json", "")]
    public void Split_OfCommandLine_TellsSettingsFromTheCommand(string line, string command, string settings)
    {
        var split = SettingArguments.Split(line.Split(' '));

        Assert.Equal(command, string.Join(' ', split.Command));
        Assert.Equal(settings, string.Join(' ', split.Settings));
    }
}
