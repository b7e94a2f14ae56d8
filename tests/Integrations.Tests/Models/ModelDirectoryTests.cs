using FlowEngine.Conversations;
using FlowEngine.Integrations.Http;
using FlowEngine.Integrations.Models;
using FlowEngine.Integrations.Offline;
using FlowEngine.Integrations.Tests.Resilience;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace FlowEngine.Integrations.Tests.Models;

public sealed class ModelDirectoryTests
{
    private static readonly TenantKey s_tenant = new(1, "main");

    [Theory]
    [InlineData(null, "standard,a,b")]
    [InlineData("b", "b,standard,a")]
    [InlineData("unknown", "")]
    public async Task Chain_Configurations_AskedForThenDefaultThenByName(string? asked, string expected)
    {
        var directory = Directory(new("b", "offline", "m", false), new("standard", "offline", "m", true), new("a", "offline", "m", false));

        var chain = await directory.ChainAsync(s_tenant, asked, CancellationToken.None);

        Assert.Equal(expected, string.Join(',', chain.Select(model => model.Name)));
    }

    [Fact]
    public async Task Chain_OfflineProvider_IsFoundInAnyCase()
    {
        var model = Assert.Single(await Directory(new AiConfiguration("a", "Offline", "kutu", true)).ChainAsync(s_tenant, null, CancellationToken.None));

        Assert.IsType<OfflineChatClient>(model.Client);
        Assert.Equal("kutu", model.ModelName);
        Assert.True(model.IsFree);
    }

    [Fact]
    public async Task Answer_UnknownProviderFirst_TheNextConfigurationAnswers()
    {
        var chain = new ModelChain(
            Directory(new("first", "nowhere", "m1", true), new("second", "offline", "m2", false)), NullLogger<ModelChain>.Instance);
        var context = new ModelContext { Language = "en", UserMessage = "hello" };

        var reply = await chain.AnswerAsync(new(s_tenant, context, "1"), NoReplyStream.Instance, CancellationToken.None);

        Assert.StartsWith("Hello!", reply.Text, StringComparison.Ordinal);
        Assert.Equal("m2", reply.Usage.Model);
    }

    [Fact]
    public async Task Answer_UnknownProviderOnly_FailsByName()
    {
        var chain = new ModelChain(Directory(new AiConfiguration("first", "nowhere", "m1", true)), NullLogger<ModelChain>.Instance);
        var context = new ModelContext { Language = "en", UserMessage = "hello" };

        var reply = await chain.AnswerAsync(new(s_tenant, context, "1"), NoReplyStream.Instance, CancellationToken.None);

        Assert.Equal(FailureCodes.ModelUnavailable, reply.FailureCode);
        Assert.Equal("first: there is no provider 'nowhere'", reply.Cause);
    }

    [Fact]
    public void AddIntegrations_HostsConfigurations_GivesADirectory()
    {
        using var services = new ServiceCollection()
            .AddSingleton<IAiConfigurations>(new Rows([]))
            .AddSingleton<ISecrets>(new FixedSecrets(null))
            .AddIntegrations()
            .BuildServiceProvider();

        Assert.IsType<ModelDirectory>(services.GetRequiredService<IModelDirectory>());
    }

    private static ModelDirectory Directory(params AiConfiguration[] rows)
    {
        using var services = new ServiceCollection().AddSingleton<IAiConfigurations>(new Rows(rows))
            .AddSingleton<ISecrets>(new FixedSecrets(null)).AddIntegrations().BuildServiceProvider();
        return (ModelDirectory)services.GetRequiredService<IModelDirectory>();
    }

    private sealed class Rows(IReadOnlyList<AiConfiguration> rows) : IAiConfigurations
    {
        public ValueTask<IReadOnlyList<AiConfiguration>> ActiveAsync(TenantKey tenant, CancellationToken cancellationToken) => new(rows);
    }
}
