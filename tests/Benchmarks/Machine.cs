using System.Globalization;
using System.Runtime.InteropServices;

namespace FlowEngine.Benchmarks;

internal static class Machine
{
    /// <summary>What a reader must know to compare figures.</summary>
    public static string Facts(string load) => string.Create(CultureInfo.InvariantCulture, $"""
        - CPU: {Cpu()}, {Environment.ProcessorCount} cores
        - OS: {RuntimeInformation.OSDescription}
        - Runtime: {RuntimeInformation.FrameworkDescription}, {(System.Runtime.GCSettings.IsServerGC ? "server" : "workstation")} GC
        - Load average of the last minute: {load} before, {Load()} after
        """);

    public static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "not known";

    private static string Cpu()
    {
        var line = File.Exists("/proc/cpuinfo")
            ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))
            : null;
        return line?.Split(':')[1].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}
