using FlowEngine.Storage.Sqlite.Connections;

namespace FlowEngine.Storage.Sqlite.Turns;

/// <param name="write">Gives the answer, and whether to keep what was written.</param>
/// <param name="refused">The answer where a unique constraint refused it.</param>
internal sealed class WriteItem<T>(Func<StatementCache, (T Answer, bool Keep)> write, T refused, CancellationToken cancellationToken)
    : WriteItem
{
    private readonly TaskCompletionSource<T> _waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _answer;

    public Task<T> Task => _waiting.Task;

    public override bool IsCancelled => cancellationToken.IsCancellationRequested && _waiting.TrySetCanceled(cancellationToken);

    public override bool Run(StatementCache db)
    {
        (_answer, var keep) = write(db);
        return keep;
    }

    public override void Refuse() => _answer = refused;

    public override void Answer() => _waiting.TrySetResult(_answer!);

    public override void Fail(Exception fault) => _waiting.TrySetException(fault);
}
