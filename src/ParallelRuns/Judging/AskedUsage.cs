using FlowEngine.Comparing.Verdicts;
using FlowEngine.Conversations;

namespace FlowEngine.ParallelRuns.Judging;

/// <summary>Adds up what the models of one verdict used; one that was left alone may still tell of itself.</summary>
internal sealed class AskedUsage
{
    private readonly Lock _lock = new();
    private ModelUsage _used = ModelUsage.None;

    /// <summary>Null where no model was asked.</summary>
    public VerdictUsage? Total
    {
        get
        {
            lock (_lock)
            {
                return _used.Model is null ? null : new(_used.InputTokens + _used.OutputTokens, _used.Priced?.Amount, _used.Priced?.Currency);
            }
        }
    }

    public void Add(ModelUsage usage)
    {
        lock (_lock)
        {
            _used = _used.Plus(usage);
        }
    }
}
