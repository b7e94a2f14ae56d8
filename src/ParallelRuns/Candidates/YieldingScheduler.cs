using System.Diagnostics.CodeAnalysis;

namespace FlowEngine.ParallelRuns.Candidates;

/// <summary>
/// Runs candidates and their verdicts on threads that the operating system puts behind all others: a user's turn that comes meanwhile gets the
/// processor at once. Threads are made when they are needed and end when nothing comes; one that a candidate never gives back costs only itself.
/// </summary>
public sealed class YieldingScheduler : TaskScheduler
{
    private const int Most = 256;

    private static readonly TimeSpan s_idle = TimeSpan.FromSeconds(10);

    private readonly object _gate = new();
    private readonly Queue<Task> _waiting = new();
    private int _threads;
    private int _free;
    private long _used;

    /// <summary>Processor time that all of it took.</summary>
    public TimeSpan Used => new(Interlocked.Read(ref _used));

    /// <summary>What it starts stays on these threads, with what follows its awaits.</summary>
    public Task RunAsync(Func<Task> run) =>
        Task.Factory.StartNew(run, CancellationToken.None, TaskCreationOptions.DenyChildAttach, this).Unwrap();

    /// <inheritdoc cref="RunAsync(Func{Task})"/>
    public Task<T> RunAsync<T>(Func<Task<T>> run, CancellationToken cancellationToken) =>
        Task.Factory.StartNew(run, cancellationToken, TaskCreationOptions.DenyChildAttach, this).Unwrap();

    protected override void QueueTask(Task task)
    {
        lock (_gate)
        {
            _waiting.Enqueue(task);
            if (_waiting.Count <= _free || _threads == Most)
            {
                Monitor.Pulse(_gate);
                return;
            }

            _threads++;
        }

        new Thread(Work) { IsBackground = true, Name = "candidates" }.Start();
    }

    /// <summary>Never on the thread of whoever waits: it may be a user's.</summary>
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected override IEnumerable<Task> GetScheduledTasks()
    {
        lock (_gate)
        {
            return [.. _waiting];
        }
    }

    private void Work()
    {
        YieldingThread.Enter();
        while (TryTake(out var task))
        {
            var before = YieldingThread.Used();
            TryExecuteTask(task);
            Interlocked.Add(ref _used, (YieldingThread.Used() - before).Ticks);
        }
    }

    /// <summary>False where nothing came for a while: the thread ends.</summary>
    private bool TryTake([NotNullWhen(true)] out Task? task)
    {
        lock (_gate)
        {
            _free++;
            task = null;
            while (_waiting.Count == 0)
            {
                if (!Monitor.Wait(_gate, s_idle) && _waiting.Count == 0)
                {
                    _free--;
                    _threads--;
                    return false;
                }
            }

            _free--;
            return _waiting.TryDequeue(out task);
        }
    }
}
