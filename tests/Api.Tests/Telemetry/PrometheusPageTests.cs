using System.Diagnostics.Metrics;
using System.Net;
using FlowEngine.Api.Chat;
using FlowEngine.Api.Telemetry;
using FlowEngine.Chat.Queues;
using FlowEngine.Chat.Telemetry;
using FlowEngine.Conversations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace FlowEngine.Api.Tests.Telemetry;

/// <summary>What operators' dashboards rely on, whichever library writes it: names, types, units and labels.</summary>
public sealed class PrometheusPageTests : IAsyncLifetime
{
    private readonly WebApplication _app;

    public PrometheusPageTests()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddMetrics().AddSingleton<ConversationLocks>().AddSingleton<TurnMetrics>().AddSingleton(PrometheusMetrics.Build);
        _app = builder.Build();
        _app.MapMetrics();
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("a \"quoted\" one")]
    [InlineData("back\\slash and \\n as letters")]
    [InlineData("two\nlines")]
    [InlineData("çğış }=,")]
    public async Task Page_AnyLabelAndHelp_ComeBackAsTheyWere(string text)
    {
        Meter().CreateCounter<long>("odd.name-of/1", "{thing}", text).Add(2, new KeyValuePair<string, object?>("9.key", text));

        var family = (await ReadAsync())["odd_name_of_1_total"];

        var sample = Assert.Single(family.Samples);
        Assert.Equal((text, 2), (sample.Labels["_9_key"], sample.Value));
        Assert.Equal(text, family.Help.Replace("\\\\", "\0", StringComparison.Ordinal).Replace("\\n", "\n", StringComparison.Ordinal).Replace('\0', '\\'));
    }

    [Fact]
    public async Task Page_Histogram_HasCumulativeBucketsSumAndCount()
    {
        var histogram = Meter().CreateHistogram(
            "work.time", "s", "Work.", tags: null, new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.5, 1] });
        foreach (var value in new[] { 0.25, 0.5, 0.75, 8 })
        {
            histogram.Record(value);
        }

        var samples = (await ReadAsync())["work_time_seconds"].Samples;

        Assert.Equal([("0.5", 2d), ("1", 3d), ("+Inf", 4d)], samples.Where(sample => sample.Labels.Count > 0).Select(sample => (sample.Labels["le"], sample.Value)));
        Assert.Equal(9.5, Assert.Single(samples, sample => sample.Name == "work_time_seconds_sum").Value);
    }

    [Fact]
    public async Task Page_Gauges_ShowTheValueOfNow()
    {
        var level = 1.5;
        Meter().CreateObservableGauge("level", () => level, "%");
        Meter().CreateUpDownCounter<long>("open").Add(-3);
        Assert.Equal(1.5, (await ReadAsync())["level_percent"][[]]);

        level = double.NegativeInfinity;

        var families = await ReadAsync();
        Assert.Equal(double.NegativeInfinity, families["level_percent"][[]]);
        Assert.Equal(("gauge", -3), (families["open"].Type, families["open"][[]]));
    }

    [Fact]
    public async Task Page_AfterModelsOfKnownPrice_ShowsTokensAndCost()
    {
        var metrics = _app.Services.GetRequiredService<TurnMetrics>();
        metrics.Spent(new ModelUsage("m1", 3, 4, new ModelCost(0.25m, "USD", "v1")));
        metrics.Spent(new ModelUsage("m1", 30, 40, new ModelCost(0.5m, "USD", "v1")));
        metrics.Spent(new ModelUsage("m2", 1, 1));
        metrics.Spent(ModelUsage.None);

        var families = await ReadAsync();

        Assert.Equal(0.75, Assert.Single(families["flowengine_model_cost_total"].Samples).Value);
        Assert.Equal(33, families["flowengine_model_tokens_total"][("model", "m1"), ("direction", "input")]);
        Assert.Equal(44, families["flowengine_model_tokens_total"][("model", "m1"), ("direction", "output")]);
    }

    [Fact]
    public async Task Page_EveryMetricOfTurns_HasItsDocumentedNameTypeAndLabels()
    {
        var metrics = _app.Services.GetRequiredService<TurnMetrics>();
        metrics.Ended("v2", "live", TurnResult.Failed("model_failed"), TimeSpan.FromSeconds(1));
        metrics.Streaming("v2", TimeSpan.FromSeconds(1));
        metrics.FellBack("v2", "model_failed", "v1");
        metrics.Spent(new ModelUsage("m1", 3, 4, new ModelCost(0.25m, "USD", "v1")) { Cut = "length" });

        var found = (await ReadAsync()).Values.Where(family => family.Name.StartsWith("flowengine_", StringComparison.Ordinal)).Select(family =>
            $"{family.Name} {family.Type}: {string.Join(' ', family.Samples.SelectMany(sample => sample.Labels.Keys).Where(label => label != "le").Distinct().Order(StringComparer.Ordinal))}");

        Assert.Equal(
            [
                "flowengine_conversations_locked gauge: ",
                "flowengine_model_cost_total counter: currency model",
                "flowengine_model_cut_total counter: model reason",
                "flowengine_model_tokens_total counter: direction model",
                "flowengine_turn_duration_seconds histogram: engine result stage",
                "flowengine_turn_failures_total counter: code engine result",
                "flowengine_turn_fallbacks_total counter: code from to",
                "flowengine_turn_first_delta_seconds histogram: engine",
                "flowengine_turns_total counter: engine result stage",
            ],
            found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Page_AskedForOpenMetrics_IsOfThatFormat()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/metrics");
        request.Headers.Add("Accept", "application/openmetrics-text; version=1.0.0");

        using var response = await _app.GetTestClient().SendAsync(request);

        Assert.Equal("application/openmetrics-text", response.Content.Headers.ContentType?.MediaType);
        Assert.EndsWith("# EOF\n", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OtherMethodThanGet_IsRefused()
    {
        using var response = await _app.GetTestClient().PostAsync("/metrics", content: null);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    public Task InitializeAsync() => _app.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    private async Task<IReadOnlyDictionary<string, PrometheusFamily>> ReadAsync() =>
        PrometheusParser.Parse(await _app.GetTestClient().GetStringAsync("/metrics"));

    private Meter Meter() => _app.Services.GetRequiredService<IMeterFactory>().Create(TurnMetrics.MeterName);
}
