using FlowEngine.Conversations;
using Xunit;

namespace FlowEngine.Integrations.Tests.Resilience;

/// <summary>Both providers against a service that answers well, and in every way badly.</summary>
[Collection(AloneCollection.Name)]
public sealed class MisbehaviourTests
{
    private static readonly (string Name, string Code, string Cause)[] s_ways =
    [
        ("hang", FailureCodes.ModelTimeout, "no token in time"),
        ("hang after begin", FailureCodes.ModelTimeout, "no token in time"),
        ("hang after token", FailureCodes.ModelTimeout, "no whole answer in time"),
        ("slow tokens", FailureCodes.ModelTimeout, " in time"),
        ("reset", FailureCodes.ModelFailed, "the connection failed"),
        ("reset after token", FailureCodes.ModelFailed, "the connection failed"),
        ("half an event", FailureCodes.ModelFailed, "the answer broke off"),
        ("no end", FailureCodes.ModelFailed, "the answer broke off"),
        ("wrong json", FailureCodes.ModelFailed, "the answer cannot be read"),
        ("other json", FailureCodes.ModelFailed, ""),
        ("html", FailureCodes.ModelFailed, "the endpoint did not stream its answer"),
        ("10 MB of tokens", FailureCodes.ModelFailed, "longer than 200000 characters"),
        ("10 MB in a line", FailureCodes.ModelFailed, "a line of the response is larger than 1048576 bytes"),
        ("empty", FailureCodes.ModelFailed, "the answer is empty"),
        ("nothing", FailureCodes.ModelFailed, "the answer broke off"),
        ("400", FailureCodes.ModelFailed, "HTTP 400"),
        ("401", FailureCodes.ModelUnavailable, "the key was refused (HTTP 401)"),
        ("403", FailureCodes.ModelUnavailable, "the key was refused (HTTP 403)"),
        ("404", FailureCodes.ModelFailed, "HTTP 404"),
        ("408", FailureCodes.ModelTimeout, "HTTP 408"),
        ("429", FailureCodes.ModelRateLimited, "HTTP 429"),
        ("500", FailureCodes.ModelFailed, "HTTP 500"),
        ("529", FailureCodes.ModelFailed, "HTTP 529"),
    ];

    public static TheoryData<string, string, string, string> Ways()
    {
        var data = new TheoryData<string, string, string, string>();
        foreach (var (name, code, cause) in s_ways)
        {
            data.Add("openai", name, code, cause);
            data.Add("anthropic", name, code, cause);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Answer_ServiceMisbehaves_FailsByNameAndTheNextCallWorks(string provider, string way, string code, string cause)
    {
        await using var talk = await Conversation.StartAsync(provider);
        talk.Misbehave(way);

        var failed = await talk.SayAsync();
        talk.Behave();
        var next = await talk.SayAsync();

        Assert.Equal((code, null), (failed.FailureCode, failed.Text));
        Assert.StartsWith("remote: ", failed.Cause, StringComparison.Ordinal);
        Assert.Contains(cause, failed.Cause, StringComparison.Ordinal);
        Assert.Equal("All is well.", next.Text);
        Assert.DoesNotContain(Conversation.Prompt, failed.Cause + talk.Logged, StringComparison.Ordinal);
        Assert.DoesNotContain(Conversation.Key, failed.Cause + talk.Logged, StringComparison.Ordinal);
        Assert.Contains("gave no answer", talk.Logged, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("openai")]
    [InlineData("anthropic")]
    public async Task Answer_ServiceMisbehavesOften_NothingIsLeftOver(string provider)
    {
        await using var talk = await Conversation.StartAsync(provider);
        async Task RoundAsync()
        {
            foreach (var (name, _, _) in s_ways.Where(way => !way.Name.StartsWith("10", StringComparison.Ordinal)))
            {
                talk.Misbehave(name);
                Assert.Null((await talk.SayAsync()).Text);
                talk.Time.Advance(TimeSpan.FromMinutes(1));
            }

            talk.Behave();
            Assert.Equal("All is well.", (await talk.SayAsync()).Text);
        }

        await RoundAsync();
        var (handles, memory) = (Handles(), GC.GetTotalMemory(forceFullCollection: true));
        for (var i = 0; i < 10; i++)
        {
            await RoundAsync();
        }

        Assert.InRange(Handles(), 0, handles + 20);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true), 0, memory + 4_000_000);
    }

    private static int Handles() => OperatingSystem.IsLinux() ? Directory.GetFiles("/proc/self/fd").Length : 0;
}
