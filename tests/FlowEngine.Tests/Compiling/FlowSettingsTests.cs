using FlowEngine.Compiling;
using FlowEngine.Conversations;
using Xunit;

namespace FlowEngine.Tests.Compiling;

public sealed class FlowSettingsTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("null")]
    public void Parse_Nothing_IsNoSettings(string? json) => Assert.Equal(FlowSettings.None, FlowSettings.Parse(json).Settings);

    [Fact]
    public void Parse_Everything_ReadsIt()
    {
        var settings = FlowSettings.Parse(
            """{"fallbackText":{"en":"Sorry"},"maxSteps":10,"maxSeconds":5,"languages":["tr","en"]}""").Settings!;

        Assert.Equal("Sorry", settings.FallbackText!["en"]);
        Assert.Equal((10, 5), (settings.MaxSteps, settings.MaxSeconds));
        Assert.Equal(["tr", "en"], settings.Languages);
    }

    [Theory]
    [InlineData("{\"maxSteps\":0}", "maxSteps")]
    [InlineData("{\"maxSteps\":10001}", "maxSteps")]
    [InlineData("{\"maxSeconds\":0}", "maxSeconds")]
    [InlineData("{\"maxSeconds\":601}", "maxSeconds")]
    [InlineData("{\"maxStep\":5}", "maxStep")]
    [InlineData("{\"maxSteps\":\"5\"}", "$.maxSteps")]
    [InlineData("[]", "$")]
    [InlineData("{", "$")]
    public void Parse_Faulty_SaysWhatIsWrong(string json, string mentioned)
    {
        var (settings, fault) = FlowSettings.Parse(json);

        Assert.Null(settings);
        Assert.Contains(mentioned, fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Within_SmallerAndLarger_TakesTheSmallest()
    {
        var limits = new TurnLimits { MaxSteps = 100, MaxDuration = TimeSpan.FromSeconds(10) };

        var smaller = new FlowSettings { MaxSteps = 5, MaxSeconds = 1 }.Within(limits);
        var larger = new FlowSettings { MaxSteps = 500, MaxSeconds = 100 }.Within(limits);

        Assert.Equal((5, TimeSpan.FromSeconds(1)), (smaller.MaxSteps, smaller.MaxDuration));
        Assert.Equal(limits, larger);
        Assert.Equal(limits, FlowSettings.None.Within(limits));
    }
}
