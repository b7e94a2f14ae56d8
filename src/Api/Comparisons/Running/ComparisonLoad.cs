using Microsoft.Extensions.Options;

namespace FlowEngine.Api.Comparisons.Running;

/// <summary>How busy this process is with users: candidates give way to them.</summary>
public sealed class ComparisonLoad(IOptionsMonitor<FlowEngineOptions> options)
{
    private int _turns;
    private int _backlog;

    /// <summary>Turns that are being answered now.</summary>
    public int Turns => Volatile.Read(ref _turns);

    /// <summary>Candidates wait.</summary>
    public bool IsBusy => Turns > options.CurrentValue.Comparisons.BusyTurns;

    /// <summary>Turns ask for no comparison.</summary>
    public bool IsOverloaded =>
        Turns > 2 * options.CurrentValue.Comparisons.BusyTurns || Volatile.Read(ref _backlog) >= options.CurrentValue.Comparisons.MaxBacklog;

    /// <summary>Until it is disposed, one turn more is being answered.</summary>
    public Answering Answer()
    {
        Interlocked.Increment(ref _turns);
        return new(this);
    }

    public void Pending(int backlog) => Volatile.Write(ref _backlog, backlog);

    public readonly struct Answering(ComparisonLoad load) : IDisposable
    {
        public void Dispose() => Interlocked.Decrement(ref load._turns);
    }
}
