using System.Diagnostics;
using System.Runtime.InteropServices;

namespace FlowEngine.ParallelRuns.Candidates;

/// <summary>Puts the calling thread behind the others of the machine, and tells what it used.</summary>
internal static class YieldingThread
{
    private const int ThisThread = 0;
    private const int IdlePolicy = 5;
    private const int Last = 19;
    private const int ThreadClock = 3;

    /// <summary>Cannot be taken back.</summary>
    public static void Enter()
    {
        if (!OperatingSystem.IsLinux())
        {
            Thread.CurrentThread.Priority = ThreadPriority.Lowest;
            return;
        }

        // .NET does not pass priorities on to Linux. A thread of the idle policy (sched(7)) is put aside at once by any other that wakes; one
        // that is only nice may go on for milliseconds. Where the C library has no policies it is nice, and where that is refused as any other.
        var none = 0;
        if (SetPolicy(ThisThread, IdlePolicy, ref none) != 0)
        {
            _ = SetPriority(ThisThread, ThisThread, Last);
        }
    }

    /// <summary>Processor time of the calling thread; where it cannot be had, the time that passes.</summary>
    public static TimeSpan Used() =>
        OperatingSystem.IsLinux() && Environment.Is64BitProcess && ReadClock(ThreadClock, out var read) == 0
            ? new(read.Seconds * TimeSpan.TicksPerSecond + read.Nanoseconds / TimeSpan.NanosecondsPerTick)
            : Stopwatch.GetElapsedTime(0);

    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [DllImport("libc", EntryPoint = "sched_setscheduler")]
    private static extern int SetPolicy(int thread, int policy, ref int priority);

    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [DllImport("libc", EntryPoint = "setpriority")]
    private static extern int SetPriority(int which, int who, int priority);

    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [DllImport("libc", EntryPoint = "clock_gettime")]
    private static extern int ReadClock(int clock, out ClockTime time);

    [StructLayout(LayoutKind.Sequential)]
    private struct ClockTime
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
