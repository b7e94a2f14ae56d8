using System.Text.Json;

namespace FlowEngine.Drawflow;

/// <summary>
/// A document that was read: within the limits, without duplicate names or NUL characters, and written back as it came.
/// It may still have <see cref="DocumentProblem"/>s.
/// </summary>
public sealed class DrawflowDocument
{
    private readonly JsonElement _original;

    /// <param name="shape">The variant of <paramref name="root"/>; differs from <paramref name="variant"/> where the document came as a text.</param>
    /// <param name="original">What <see cref="ToJson"/> gives back.</param>
    /// <param name="root">What the pointers point into: the original, or the document inside its text.</param>
    public DrawflowDocument(DrawflowVariant variant, DrawflowVariant shape, JsonElement original, JsonElement root, IReadOnlyList<DrawflowModule> modules)
    {
        _original = original;
        Variant = variant;
        Shape = shape;
        Root = root;
        Modules = modules;
        Home = modules.FirstOrDefault(m => string.Equals(m.Name, HomeName, StringComparison.Ordinal));
    }

    /// <summary>The module that a walk starts in.</summary>
    public const string HomeName = "Home";

    public DrawflowVariant Variant { get; }

    public DrawflowVariant Shape { get; }

    public JsonElement Root { get; }

    public IReadOnlyList<DrawflowModule> Modules { get; }

    /// <summary>The only module that starts.</summary>
    public DrawflowModule? Home { get; }

    public IEnumerable<DrawflowNode> Nodes => Modules.SelectMany(m => m.Nodes);

    public DrawflowModule? FindModule(string name) =>
        Modules.FirstOrDefault(m => string.Equals(m.Name, name, StringComparison.Ordinal));

    /// <summary>The original text, byte for byte but for a byte order mark and white space around it.</summary>
    public string ToJson() => _original.GetRawText();
}
