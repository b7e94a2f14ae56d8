using System.Diagnostics;
using System.Diagnostics.Metrics;
using FlowEngine.Chat.Queues;
using FlowEngine.Conversations;

namespace FlowEngine.Chat.Telemetry;

/// <summary>Everything that is measured of turns. No tenant is named: the page that shows it is open, and tenants are many.</summary>
public sealed class TurnMetrics
{
    public const string MeterName = "FlowEngine";

    private static readonly double[] s_seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

    private readonly Counter<long> _turns;
    private readonly Histogram<double> _duration;
    private readonly Histogram<double> _firstDelta;
    private readonly Counter<long> _failures;
    private readonly Counter<long> _fallbacks;
    private readonly Counter<long> _tokens;
    private readonly Counter<double> _cost;
    private readonly Counter<long> _cut;

    public TurnMetrics(IMeterFactory meters, ConversationLocks locks, IWriteQueue? queue = null)
    {
        var meter = meters.Create(MeterName);
        var seconds = new InstrumentAdvice<double> { HistogramBucketBoundaries = s_seconds };
        _turns = meter.CreateCounter<long>("flowengine.turns", "{turn}", "Turns that ended, by engine, stage and result.");
        _duration = meter.CreateHistogram(
            "flowengine.turn.duration", "s", "From the request, read, to the turn, stored.", tags: null, seconds);
        _firstDelta = meter.CreateHistogram(
            "flowengine.turn.first_delta", "s", "From the request, read, to the first text of a streamed turn.", tags: null, seconds);
        _failures = meter.CreateCounter<long>("flowengine.turn.failures", "{turn}", "Turns that failed or were refused, by code.");
        _fallbacks = meter.CreateCounter<long>(
            "flowengine.turn.fallbacks", "{turn}", "Turns whose engine failed and that the other engine was asked for, by code.");
        _tokens = meter.CreateCounter<long>("flowengine.model.tokens", "{token}", "Tokens that models read and wrote.");
        _cost = meter.CreateCounter<double>("flowengine.model.cost", unit: null, "What models cost, where their price is known.");
        _cut = meter.CreateCounter<long>("flowengine.model.cut", "{answer}", "Answers of models that are not whole, by reason.");
        meter.CreateObservableGauge(
            "flowengine.conversations.locked", () => locks.Count, "{conversation}", "Conversations with a turn under way.");
        if (queue is not null)
        {
            meter.CreateObservableGauge("flowengine.writer.queue", () => queue.Length, "{write}", "Writes that wait for the database's writer.");
        }
    }

    internal void Ended(string engine, string stage, TurnResult result, TimeSpan duration)
    {
        var tags = new TagList { { "engine", engine }, { "stage", stage }, { "result", result.Name } };
        _turns.Add(1, tags);
        _duration.Record(duration.TotalSeconds, tags);
        if (result.Code is { } code)
        {
            _failures.Add(1, new TagList { { "engine", engine }, { "result", result.Name }, { "code", code } });
        }
    }

    internal void Streaming(string engine, TimeSpan sinceBegin) =>
        _firstDelta.Record(sinceBegin.TotalSeconds, new KeyValuePair<string, object?>("engine", engine));

    internal void FellBack(string from, string code, string to) =>
        _fallbacks.Add(1, new TagList { { "from", from }, { "to", to }, { "code", code } });

    internal void Spent(ModelUsage usage)
    {
        if (usage.Model is { } model)
        {
            _tokens.Add(usage.InputTokens, new TagList { { "model", model }, { "direction", "input" } });
            _tokens.Add(usage.OutputTokens, new TagList { { "model", model }, { "direction", "output" } });
            if (usage.Cut is { } reason)
            {
                _cut.Add(1, new TagList { { "model", model }, { "reason", reason } });
            }

            if (usage.Cost is { } cost)
            {
                _cost.Add((double)cost.Amount, new TagList { { "model", model }, { "currency", cost.Currency } });
            }
        }
    }
}
