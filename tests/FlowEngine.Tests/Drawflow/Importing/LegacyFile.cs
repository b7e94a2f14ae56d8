namespace FlowEngine.Tests.Drawflow.Importing;

/// <summary>Flows as the legacy system had them, written for these tests.</summary>
internal static class LegacyFile
{
    public static string Read(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "legacy", $"{name}.json"));

    public static IEnumerable<string> Names =>
        Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "legacy"), "*.json").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal);
}
