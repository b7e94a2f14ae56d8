using System.Net;
using FlowEngine.Hosting;
using Microsoft.Extensions.Configuration;

namespace FlowEngine.Api.Tests.Outgoing;

public sealed class OutgoingOptionsTests
{
    [Theory]
    [InlineData("10.1.2.0/24", null)]
    [InlineData("fd00::/8", null)]
    [InlineData("10.1.2.3", "FlowEngine:Outgoing:PrivateNetworks:0 is not a network such as 10.1.2.0/24.")]
    [InlineData("intranet", "FlowEngine:Outgoing:PrivateNetworks:0 is not a network such as 10.1.2.0/24.")]
    public void Validate_ByNetwork_SaysWhatIsWrong(string network, string? fault)
    {
        var configuration = Configuration(("FlowEngine:Outgoing:PrivateNetworks:0", network));
        var options = configuration.GetSection("FlowEngine").Get<FlowEngineOptions>()!;

        var result = new FlowEngineOptionsValidator(configuration).Validate(null, options);

        Assert.Equal(fault is null ? [] : [fault], result.Failures ?? []);
        if (fault is null)
        {
            Assert.Equal([IPNetwork.Parse(network)], options.Outgoing.ToNetworks());
        }
    }

    [Fact]
    public void Validate_WithSecrets_KnowsAnyNameOfTheirs()
    {
        var configuration = Configuration(("FlowEngine:Secrets:CRM", "a"), ("FlowEngine:Secrets:demo:CRM", "b"));
        var options = configuration.GetSection("FlowEngine").Get<FlowEngineOptions>()!;

        Assert.True(new FlowEngineOptionsValidator(configuration).Validate(null, options).Succeeded);
    }

    private static IConfiguration Configuration(params (string Key, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create<string, string?>(setting.Key, setting.Value)))
        .Build();
}
