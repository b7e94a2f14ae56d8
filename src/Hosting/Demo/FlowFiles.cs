namespace FlowEngine.Hosting.Demo;

/// <summary>The sample flows that travel with the program.</summary>
public sealed class FlowFiles
{
    private const string Suffix = ".drawflow.json";

    public string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "flows");

    /// <summary>By flow name, which is the file's name without its endings.</summary>
    public IReadOnlyDictionary<string, string> Read() => Directory.Exists(Folder)
        ? Directory.EnumerateFiles(Folder, "*" + Suffix)
            .Order(StringComparer.Ordinal)
            .ToDictionary(file => Path.GetFileName(file)[..^Suffix.Length], File.ReadAllText, StringComparer.Ordinal)
        : new Dictionary<string, string>();
}
