using System.Diagnostics;

namespace FlowEngine.Api.Tests.Misbehaviour;

/// <summary>What this process holds, after everything that can be collected was.</summary>
/// <param name="Handles">Open files and sockets; 0 where the system does not tell.</param>
internal sealed record Resources(int Handles, int Threads, long Timers, long Bytes)
{
    public static Resources Now()
    {
        for (var i = 0; i < 2; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        var handles = OperatingSystem.IsLinux() ? Directory.GetFileSystemEntries("/proc/self/fd").Length : 0;
        using var process = Process.GetCurrentProcess();
        return new(handles, process.Threads.Count, Timer.ActiveCount, GC.GetTotalMemory(forceFullCollection: true));
    }
}
