using System.Collections.Concurrent;
using FlowEngine.Chat.Jobs;

namespace FlowEngine.Api.Tests.Jobs;

/// <summary>A kind whose jobs each go on when the test says so.</summary>
internal sealed class GatedJob : IJobKind
{
    public const string KindName = "test.gated";

    private readonly ConcurrentDictionary<Guid, TaskCompletionSource<JobOutcome>> _gates = new();
    private readonly ConcurrentQueue<Guid> _begun = new();
    private int _stopped;

    public string Name => KindName;

    /// <summary>Jobs that this process began, one entry each time.</summary>
    public IReadOnlyList<Guid> Begun => [.. _begun];

    /// <summary>How often a job was told to stop.</summary>
    public int Stopped => _stopped;

    public void Open(Guid id, JobOutcome? outcome = null) => Gate(id).TrySetResult(outcome ?? JobOutcome.Done("{}"));

    public void Break(Guid id) => Gate(id).TrySetException(new InvalidOperationException("secret internals"));

    public async Task<JobOutcome> RunAsync(JobRun run, CancellationToken cancellationToken)
    {
        _begun.Enqueue(run.Id);
        run.Progress.Report(1, 2);
        try
        {
            return await Gate(run.Id).Task.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            Interlocked.Increment(ref _stopped);
            throw;
        }
    }

    private TaskCompletionSource<JobOutcome> Gate(Guid id) =>
        _gates.GetOrAdd(id, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
}
