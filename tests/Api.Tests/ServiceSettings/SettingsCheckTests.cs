using FlowEngine.Hosting.ServiceSettings;
using Microsoft.Extensions.Configuration;

namespace FlowEngine.Api.Tests.ServiceSettings;

public sealed class SettingsCheckTests
{
    private const string Flag = "feature_management:feature_flags:0";

    [Theory]
    [InlineData("FlowEngine:Limits:MaxSeconds", "abc", "is text: give a whole number from 1 to 600, such as 60.")]
    [InlineData("FlowEngine:Limits:MaxSeconds", "1.5", "is a number with a fraction: give a whole number")]
    [InlineData("FlowEngine:Limits:MaxSeconds", "", "is empty: give a whole number")]
    [InlineData("FlowEngine:Limits:MaxSeconds", "99999999999", "is out of range: give a whole number from 1 to 600")]
    [InlineData("FlowEngine:Limits:MaxSeconds", "9999", "is out of range: give a whole number from 1 to 600, such as 60.")]
    [InlineData("FlowEngine:Limits:MaxSeconds", "true", "is true or false: give a whole number")]
    [InlineData("FlowEngine:Limits:MaxCost", "12,5,0", "is text: give a number from 0 to 1000000, such as 0.")]
    [InlineData("FlowEngine:Limits:Day:MaxTurns", "many", "is text: give a whole number of 0 or more, such as 0.")]
    [InlineData("FlowEngine:Conversations:IdleTime", "00:01:00", "is not a setting")]
    [InlineData("FlowEngine:Limits", "60", "is a whole number: give a section with MaxSteps, MaxSeconds")]
    [InlineData("FlowEngine:ChatDisabled", "yes", "is text: give true or false.")]
    [InlineData("FlowEngine:ChatDisabeld", "true", "is not a setting; did you mean 'ChatDisabled'?")]
    [InlineData("FlowEngine:Comparisons:Judge", "half", "is text: give a number from 0 to 100, such as 0.")]
    [InlineData("FlowEngine:Comparisons:Judge", "NaN", "is out of range")]
    [InlineData("FlowEngine:Ai:Endpoints", "https://models.example", "is text: give a list")]
    [InlineData("FlowEngine:InstanceId", "", "is empty: give text.")]
    [InlineData("FlowEngine:Secrets", "hunter2", "is text: give names with a text each.")]
    [InlineData("FlowEngine", "hunter2", "is text: give a section.")]
    [InlineData("FlowEngin:ChatDisabled", "true", "is not read; did you mean 'FlowEngine'?", "FlowEngin")]
    [InlineData("CHAT_DISABLED", "perhaps", "is neither on nor off: give true or false.")]
    [InlineData("FlowEngine:Ai:Endpoints:0", "hunter2", "is not an http or https address.")]
    [InlineData("FlowEngine:Outgoing:Secrets:CRM:Endpoints:0", "ftp://me:hunter2@crm.example", "is not an http or https address.")]
    [InlineData("FlowEngine:Outgoing:PrivateNetworks:0", "hunter2", "is not a network such as 10.1.2.0/24.")]
    [InlineData("FlowEngine:Telemetry:OtlpEndpoint", "me:hunter2@collector:4318", "is not an http or https address")]
    [InlineData("FlowEngine:KeysDirectory", "/no/such/hunter2", "does not exist")]
    [InlineData("FlowEngine:Database:ConnectionString", "hunter2", "is not a connection string of SQLite")]
    [InlineData("urls", "hunter2", "has an entry that is not an address to listen on")]
    [InlineData("urls", "http://127.0.0.1:5080;ftp://me:hunter2@127.0.0.1", "has an entry that is not an address to listen on")]
    [InlineData("http_ports", "80;abc", "is not a list of ports")]
    [InlineData("Logging:LogLevel:Default", "Loud", "is not a log level: give one of Trace,")]
    [InlineData("Logging:Console:LogLevel:FlowEngine", "Loud", "is not a log level")]
    [InlineData("feature_management:feature_flag:0:id", "ConversationEngine", "is not a setting; did you mean 'feature_flags'?", "feature_management:feature_flag")]
    [InlineData($"{Flag}:id", "ConversationEngin", "did you mean 'ConversationEngine'?")]
    [InlineData($"{Flag}:enabled", "yes", "is text: give true or false.")]
    [InlineData($"{Flag}:alocation:default_when_enabled", "off", "is not a setting; did you mean 'allocation'?", $"{Flag}:alocation")]
    [InlineData($"{Flag}:variants:1:name", "shadwo", "is not a stage; did you mean 'shadow'?")]
    [InlineData($"{Flag}:variants:0:configuration_value:percentage", "101", "is out of range: give a whole number from 0 to 100.")]
    [InlineData($"{Flag}:variants:0:configuration_value:sample", "half", "is text: give a whole number from 0 to 100.")]
    [InlineData($"{Flag}:variants:0:configuration_value:percentag", "5", "is not a setting; did you mean 'percentage'?")]
    [InlineData($"{Flag}:allocation:default_when_enabled", "complet", "is not one of the flag's variants")]
    [InlineData($"{Flag}:allocation:group:0:variant", "off", "is missing: give a list", $"{Flag}:allocation:group:0:groups")]
    [InlineData($"{Flag}:allocation:user:0:users", "me", "is text: give a list", $"{Flag}:allocation:user:0:users")]
    [InlineData($"{Flag}:allocation:percentile:0:to", "120.5", "is out of range: give a number from 0 to 100.")]
    [InlineData($"{Flag}:allocation:percentile:0:to", "50", "is missing: give a number from 0 to 100.", $"{Flag}:allocation:percentile:0:from")]
    public void Find_OfOneFaultySetting_NamesKeyKindAndFixWithoutItsValue(string key, string value, string said, string? told = null)
    {
        var fault = Find((key, value)).FirstOrDefault(fault => fault.Key == (told ?? key));

        Assert.NotNull(fault);
        Assert.Contains(said, fault.What, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", fault.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("FlowEngine:Limits:MaxSeconds", null)]
    [InlineData("FlowEngine:Limits", null)]
    [InlineData("FlowEngine:Limits", "")]
    [InlineData("FlowEngine:Limits:MaxCost", "1e3")]
    [InlineData("FlowEngine:Limits:maxseconds", "600")]
    [InlineData("FlowEngine:ChatDisabled", "TRUE")]
    [InlineData("FlowEngine:Outgoing:PrivateNetworks", "")]
    [InlineData("FlowEngine:Secrets:one:CRM", "anything")]
    [InlineData("CHAT_DISABLED", "off")]
    [InlineData("urls", "http://*:5080;https://[::1]:0;http://unix:/tmp/service.sock")]
    [InlineData("Logging:LogLevel:Default", "warning")]
    [InlineData($"{Flag}:allocation:group:0:groups", "")]
    [InlineData("FLOWENGINE_HOME", "/srv")]
    public void Find_OfARightSetting_SaysNothing(string key, string? value) =>
        Assert.Empty(Find((key, value)).Where(fault => !fault.Key.EndsWith(":variant", StringComparison.Ordinal)));

    [Fact]
    public void Find_OfManyFaults_ListsThemAll()
    {
        var faults = Find(
            ("FlowEngine:Limits:MaxSeconds", "abc"), ("FlowEngine:Limits:MaxSteps", "0"), ("FlowEngine:Telemetry:MetricsIntervalSeconds", "x"),
            ("FlowEngine:Databse:Provider", "sqlite"), ("FlowEngine:Database:Provider", "oracle"), ("CHAT_DISABLED", "perhaps"));

        Assert.Equal(
            [
                "CHAT_DISABLED", "FlowEngine:Database:Provider", "FlowEngine:Databse", "FlowEngine:Limits:MaxSeconds", "FlowEngine:Limits:MaxSteps",
                "FlowEngine:Telemetry:MetricsIntervalSeconds",
            ],
            faults.Select(fault => fault.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Read_LeavesOutWhatHasAnotherKind()
    {
        var options = SettingsBinding.Read(Configuration(
            ("FlowEngine:Limits:MaxSeconds", "abc"), ("FlowEngine:Limits:MaxSteps", "7"), ("FlowEngine:Limits:MaxOutput", null), ("FlowEngine:Ai", "x")));

        Assert.Equal((60, 7, 32_000, 45), (options.Limits.MaxSeconds, options.Limits.MaxSteps, options.Limits.MaxOutput, options.Ai.TimeoutSeconds));
    }

    private static IReadOnlyList<SettingFault> Find(params (string Key, string? Value)[] settings)
    {
        var configuration = Configuration(settings);
        return SettingsCheck.Find(configuration, SettingsBinding.Read(configuration));
    }

    /// <summary>Settings over a right flag.</summary>
    private static IConfiguration Configuration(params (string Key, string? Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(
        [
            new($"{Flag}:id", "ConversationEngine"), new($"{Flag}:enabled", "true"), new($"{Flag}:variants:0:name", "off"),
            new($"{Flag}:allocation:default_when_enabled", "off"),
        ])
        .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value)))
        .Build();
}
