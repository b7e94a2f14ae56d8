using FlowEngine.Chat.Stages;
using FlowEngine.Chat.Tenants;
using FlowEngine.Conversations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.FeatureManagement;

namespace FlowEngine.Api.Tests.Stages;

public sealed class StageResolverTests
{
    private const string Flag = "feature_management:feature_flags:0:";

    private static readonly TenantSnapshot s_tenant = new(
        new() { Key = new(1, "main"), Slug = "demo", Name = "Demo", Languages = ["tr"] }, new Dictionary<string, FlowVersionRef>(), Stage: null);

    private static readonly Dictionary<string, string?> s_off = new()
    {
        [Flag + "id"] = StageResolver.FeatureFlag,
        [Flag + "enabled"] = "true",
        [Flag + "variants:0:name"] = "off",
        [Flag + "variants:1:name"] = "complete",
        [Flag + "allocation:default_when_enabled"] = "off",
    };

    private static readonly Dictionary<string, string?> s_complete = new(s_off)
    {
        [Flag + "allocation:group:0:variant"] = "complete",
        [Flag + "allocation:group:0:groups:0"] = "demo",
    };

    [Fact]
    public async Task SettingAsync_FlagReadWhileTheSettingsWerePutAside_KeepsTheStage()
    {
        var (settings, features, resolver) = Create();
        Assert.Equal(Stage.Complete, await StageAsync(resolver));

        // Read without its groups, then nothing is left: what a file that is saved broken does to who reads it at that moment.
        settings.Show(s_off, tell: true);
        await features.GetVariantAsync(StageResolver.FeatureFlag, CancellationToken.None);
        settings.Show([], tell: false);

        Assert.Equal(Stage.Complete, await StageAsync(resolver));
        Assert.Equal(Stage.Complete, await StageAsync(resolver));
    }

    [Fact]
    public async Task SettingAsync_FlagWithoutItsGroupForGood_IsFollowed()
    {
        var (settings, _, resolver) = Create();
        Assert.Equal(Stage.Complete, await StageAsync(resolver));

        settings.Show(s_off, tell: true);

        Assert.Equal(Stage.Off, await StageAsync(resolver));
    }

    [Theory]
    [InlineData("sideways", "'sideways'")]
    [InlineData(null, "cannot be read for tenant demo")]
    public async Task SettingAsync_FlagThatIsFaultyAllTheSame_IsOffWithAWarning(string? variant, string said)
    {
        // No start and no edit lets such a flag in; another source of settings may.
        var log = new CapturedLog();
        var (settings, _, resolver) = Create(log);
        var faulty = new Dictionary<string, string?>(s_off) { [Flag + "allocation:group:0:variant"] = "complete" };
        if (variant is not null)
        {
            (faulty[Flag + "variants:0:name"], faulty[Flag + "allocation:default_when_enabled"]) = (variant, variant);
            faulty.Remove(Flag + "allocation:group:0:variant");
        }

        settings.Show(faulty, tell: true);

        Assert.Equal(Stage.Off, await StageAsync(resolver));
        Assert.Contains(log.Warnings, warning => warning.Contains(said, StringComparison.Ordinal));
    }

    private static async Task<Stage> StageAsync(StageResolver resolver) =>
        (await resolver.SettingAsync(s_tenant, "me", CancellationToken.None)).Setting.Stage;

    private static (Shown Settings, IVariantFeatureManager Features, StageResolver Resolver) Create(ILogger<StageResolver>? log = null)
    {
        var shown = new Shown();
        shown.Show(s_complete, tell: false);
        var configuration = new ConfigurationBuilder().Add(shown).Build();
        var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddLogging();
        services.AddFeatureManagement();
        var features = services.BuildServiceProvider().GetRequiredService<IVariantFeatureManager>();
        return (shown, features, new(features, configuration, log ?? NullLogger<StageResolver>.Instance));
    }

    private sealed class CapturedLog : ILogger<StageResolver>
    {
        public List<string> Warnings { get; } = [];

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel == LogLevel.Warning)
            {
                Warnings.Add(formatter(state, exception));
            }
        }
    }

    private sealed class Shown : ConfigurationProvider, IConfigurationSource
    {
        public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

        public void Show(Dictionary<string, string?> settings, bool tell)
        {
            Data = new Dictionary<string, string?>(settings, StringComparer.OrdinalIgnoreCase);
            if (tell)
            {
                OnReload();
            }
        }
    }
}
