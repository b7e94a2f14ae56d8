using System.Diagnostics.Metrics;
using FlowEngine.Chat.Telemetry;

namespace FlowEngine.Hosting.Upkeep;

/// <summary>How far the projector is.</summary>
public sealed class ProjectorMetrics
{
    private readonly Counter<long> _turns;
    private double _lag;

    public ProjectorMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(TurnMetrics.MeterName);
        _turns = meter.CreateCounter<long>("flowengine.projector.turns", "{turn}", "Turns that this process projected.");
        meter.CreateObservableGauge("flowengine.projector.lag", () => Volatile.Read(ref _lag), "s", "How long the oldest turn that is not projected has waited.");
    }

    internal void Projected(int turns, TimeSpan lag)
    {
        _turns.Add(turns);
        Volatile.Write(ref _lag, lag.TotalSeconds);
    }
}
