using System.Text.Json;
using System.Text.Json.Serialization;

namespace FlowEngine.Api.Nodes;

/// <summary>
/// The texts of node types in one language: by type, by port and by field, where <c>TYPE.NAME</c> comes before <c>NAME</c>. A type of another
/// assembly has none of them, and is shown by the names and descriptions of its code.
/// </summary>
internal sealed class NodeTexts
{
    private readonly NodeTextFile _file;

    private NodeTexts(NodeTextFile file) => _file = file;

    public static NodeTexts English { get; } = new(Read("en"));

    public static NodeTexts Turkish { get; } = new(Read("tr"));

    public string Title(string type) => _file.Types.GetValueOrDefault(type) ?? Words(type);

    public string? Summary(string type) => _file.Summaries.GetValueOrDefault(type);

    public string Port(string type, string port) => Find(_file.Ports, type, port) ?? Words(port);

    public string Field(string type, string field) => Find(_file.Fields, type, field) ?? Words(field);

    public string? Help(string type, string field) => Find(_file.Help, type, field);

    private static string? Find(IReadOnlyDictionary<string, string> texts, string type, string name) =>
        texts.GetValueOrDefault($"{type}.{name}") ?? texts.GetValueOrDefault(name);

    /// <summary><c>max_attempts</c> as words.</summary>
    private static string Words(string name) =>
        name.Length == 0 ? "" : char.ToUpperInvariant(name[0]) + name[1..].Replace('_', ' ');

    private static NodeTextFile Read(string language)
    {
        var assembly = typeof(NodeTexts).Assembly;
        using var stream = assembly.GetManifestResourceStream($"node-texts.{language}.json")
            ?? throw new InvalidOperationException($"The texts of node types in '{language}' are not in this build.");
        return JsonSerializer.Deserialize(stream, NodeTextJsonContext.Default.NodeTextFile)!;
    }
}

internal sealed record NodeTextFile
{
    public required IReadOnlyDictionary<string, string> Types { get; init; }

    public required IReadOnlyDictionary<string, string> Ports { get; init; }

    public required IReadOnlyDictionary<string, string> Fields { get; init; }

    public required IReadOnlyDictionary<string, string> Summaries { get; init; }

    public required IReadOnlyDictionary<string, string> Help { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(NodeTextFile))]
internal sealed partial class NodeTextJsonContext : JsonSerializerContext;
