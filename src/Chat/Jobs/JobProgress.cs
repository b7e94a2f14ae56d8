namespace FlowEngine.Chat.Jobs;

/// <summary>How far a job is. The work reports as often as it likes; what is stored is the newest, about once a second.</summary>
public sealed class JobProgress
{
    private volatile Progress _newest = new(0, null);

    /// <summary>The newest report.</summary>
    public (int Done, int? Total) Newest => (_newest.Done, _newest.Total);

    /// <param name="total">Null where nobody knows how much there is to do.</param>
    public void Report(int done, int? total) => _newest = new(done, total);

    private sealed record Progress(int Done, int? Total);
}
