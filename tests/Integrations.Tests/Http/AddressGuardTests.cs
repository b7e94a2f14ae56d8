using FlowEngine.Conversations;
using Xunit;

namespace FlowEngine.Integrations.Tests.Http;

/// <summary>Which addresses are connected to.</summary>
public sealed class AddressGuardTests
{
    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://localhost/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://0x7f000001/")]
    [InlineData("http://0177.0.0.1/")]
    [InlineData("http://127.1/")]
    [InlineData("http://0.0.0.0/")]
    [InlineData("http://10.0.0.1/")]
    [InlineData("http://172.16.3.4/")]
    [InlineData("http://192.168.1.1/")]
    [InlineData("http://100.64.0.1/")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("http://224.0.0.1/")]
    [InlineData("http://255.255.255.255/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[::]/")]
    [InlineData("http://[fe80::1]/")]
    [InlineData("http://[fe80::1%25lo]/")]
    [InlineData("http://[fd00::1]/")]
    [InlineData("http://[::ffff:127.0.0.1]/")]
    [InlineData("http://[::ffff:a9fe:a9fe]/")]
    [InlineData("http://[::127.0.0.1]/")]
    [InlineData("http://[64:ff9b::10.0.0.1]/")]
    [InlineData("http://[2002:7f00:1::]/")]
    public async Task SendAsync_ToAPrivateAddressThatTheTenantAllowed_IsRefused(string url)
    {
        using var guarded = new Guarded().Allow(string.Join('/', url.Split('/')[..3])).Name("localhost", ["127.0.0.1"], ["::1"]);

        var answer = await guarded.SendAsync(url);

        Assert.Equal(FailureCodes.AddressNotAllowed, answer.FailureCode);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.1.2.3")]
    [InlineData("::1")]
    [InlineData("::ffff:192.168.0.1")]
    [InlineData("fe80::1%3")]
    public async Task SendAsync_ToANameOfAPrivateAddress_IsRefused(string address)
    {
        using var guarded = new Guarded().Allow("crm.example").Name("crm.example", [address]);

        Assert.Equal(FailureCodes.AddressNotAllowed, (await guarded.SendAsync("https://crm.example/")).FailureCode);
    }

    [Fact]
    public async Task SendAsync_ToANameThatChangesItsAddress_ConnectsOnlyToTheOneThatWasChecked()
    {
        await using var server = LocalServer.Start(_ => LocalServer.Reply("{}"));
        var url = $"http://crm.example:{server.Port}/";
        using var guarded = new Guarded("127.0.0.2/32").Allow(url).Name("crm.example", ["127.0.0.1"]);
        Assert.Equal(FailureCodes.AddressNotAllowed, (await guarded.SendAsync(url)).FailureCode);

        using var rebound = new Guarded("127.0.0.1/32").Allow(url).Name("crm.example", ["127.0.0.1"], ["127.0.0.2"]);
        Assert.Equal(200, (await rebound.SendAsync(url)).Status);
        Assert.Single(rebound.Lookups);
        Assert.Equal(FailureCodes.AddressNotAllowed, (await rebound.SendAsync(url)).FailureCode);

        Assert.Equal(2, rebound.Lookups.Count);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task SendAsync_ToANameWithSeveralAddresses_SkipsThePrivateOnes()
    {
        await using var server = LocalServer.Start(_ => LocalServer.Reply("{}"));
        var url = $"http://crm.example:{server.Port}/";
        using var guarded = new Guarded("127.0.0.1/32").Allow(url).Name("crm.example", ["10.0.0.1", "::1", "127.0.0.1"]);

        Assert.Equal(200, (await guarded.SendAsync(url)).Status);
    }
}
