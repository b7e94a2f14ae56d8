using System.Diagnostics.Metrics;
using FlowEngine.Api.Telemetry;
using FlowEngine.Chat.Queues;
using FlowEngine.Chat.Telemetry;
using FlowEngine.Conversations;
using Microsoft.Extensions.DependencyInjection;

namespace FlowEngine.Api.Tests.Telemetry;

public sealed class PrometheusPageTests : IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection()
        .AddMetrics().AddSingleton<ConversationLocks>().AddSingleton<TurnMetrics>().AddSingleton<PrometheusPage>().BuildServiceProvider();

    [Theory]
    [InlineData("plain")]
    [InlineData("a \"quoted\" one")]
    [InlineData("back\\slash and \\n as letters")]
    [InlineData("two\nlines")]
    [InlineData("çğış }=,")]
    public void Read_AnyLabelAndHelp_ComeBackAsTheyWere(string text)
    {
        var page = Open();
        Meter().CreateCounter<long>("odd.name-of/1", "{thing}", text).Add(2, new KeyValuePair<string, object?>("9.key", text));

        var family = PrometheusParser.Parse(page.Read())["odd_name_of_1_total"];

        var sample = Assert.Single(family.Samples);
        Assert.Equal((text, 2), (sample.Labels["_9_key"], sample.Value));
        Assert.Equal(text, family.Help.Replace("\\\\", "\0", StringComparison.Ordinal).Replace("\\n", "\n", StringComparison.Ordinal).Replace('\0', '\\'));
    }

    [Fact]
    public void Read_Histogram_HasCumulativeBucketsSumAndCount()
    {
        var page = Open();
        var histogram = Meter().CreateHistogram(
            "work.time", "s", "Work.", tags: null, new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.5, 1] });
        foreach (var value in new[] { 0.25, 0.5, 0.75, 8 })
        {
            histogram.Record(value);
        }

        var samples = PrometheusParser.Parse(page.Read())["work_time_seconds"].Samples;

        Assert.Equal([("0.5", 2d), ("1", 3d), ("+Inf", 4d)], samples.Where(sample => sample.Labels.Count > 0).Select(sample => (sample.Labels["le"], sample.Value)));
        Assert.Equal(9.5, Assert.Single(samples, sample => sample.Name == "work_time_seconds_sum").Value);
    }

    [Fact]
    public void Read_Gauges_ShowTheValueOfNow()
    {
        var page = Open();
        var level = 1.5;
        Meter().CreateObservableGauge("level", () => level, "%");
        Meter().CreateUpDownCounter<long>("open").Add(-3);
        Assert.Equal(1.5, PrometheusParser.Parse(page.Read())["level_percent"][[]]);

        level = double.NegativeInfinity;

        var families = PrometheusParser.Parse(page.Read());
        Assert.Equal(double.NegativeInfinity, families["level_percent"][[]]);
        Assert.Equal(("gauge", -3), (families["open"].Type, families["open"][[]]));
    }

    [Fact]
    public void Read_TwoMetersWithOneName_ShowsTheFamilyOnce()
    {
        var page = Open();
        Meter().CreateCounter<long>("same.name").Add(1);
        Meter().CreateCounter<long>("same_name").Add(1);

        Assert.Equal(1, PrometheusParser.Parse(page.Read())["same_name_total"][[]]);
    }

    [Fact]
    public void Read_AfterModelsOfKnownPrice_ShowsTokensAndCost()
    {
        var page = Open();
        var metrics = _services.GetRequiredService<TurnMetrics>();
        metrics.Spent(new ModelUsage("m1", 3, 4, new ModelCost(0.25m, "USD", "v1")));
        metrics.Spent(new ModelUsage("m1", 30, 40, new ModelCost(0.5m, "USD", "v1")));
        metrics.Spent(new ModelUsage("m2", 1, 1));
        metrics.Spent(ModelUsage.None);

        var families = PrometheusParser.Parse(page.Read());

        Assert.Equal(0.75, Assert.Single(families["flowengine_model_cost_total"].Samples).Value);
        Assert.Equal(33, families["flowengine_model_tokens_total"][("model", "m1"), ("direction", "input")]);
        Assert.Equal(44, families["flowengine_model_tokens_total"][("model", "m1"), ("direction", "output")]);
    }

    public void Dispose() => _services.Dispose();

    private PrometheusPage Open()
    {
        var page = _services.GetRequiredService<PrometheusPage>();
        page.Open();
        return page;
    }

    private Meter Meter() => _services.GetRequiredService<IMeterFactory>().Create(TurnMetrics.MeterName);
}
