namespace FlowEngine.Load.People;

/// <summary>The process at one moment.</summary>
/// <param name="HeapMiB">Managed memory after a full collection.</param>
/// <param name="Handles">Open files and sockets, the clients' included; 0 where the system does not tell.</param>
internal sealed record Vitals(TimeSpan At, double HeapMiB, double WorkingSetMiB, int Handles, int Threads)
{
    public static Vitals Take(TimeSpan at)
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        const string descriptors = "/proc/self/fd";
        return new(
            at,
            GC.GetTotalMemory(forceFullCollection: false) / 1048576d,
            Environment.WorkingSet / 1048576d,
            Directory.Exists(descriptors) ? Directory.GetFiles(descriptors).Length : 0,
            ThreadPool.ThreadCount);
    }
}
