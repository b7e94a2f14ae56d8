using System.Text;
using System.Text.Json;

namespace FlowEngine.Drawflow.Reading;

/// <summary>The reading of one document: open, recognise, read the modules.</summary>
internal sealed class DocumentReading(DrawflowLimits limits)
{
    private readonly ProblemList _problems = new(limits.MaxProblems);

    public DrawflowReading Read(ReadOnlySpan<byte> text, int textsInTexts)
    {
        if (text.Length <= limits.MaxBytes && IsBlank(text))
        {
            return Refuse(Recognition.Refused(DrawflowVariant.Empty, looksLike: null));
        }

        if (new TextOpener(limits, _problems).Open(text) is not { } opened)
        {
            return Unopened(text);
        }

        var recognition = VariantRecognizer.Recognize(opened.Root);
        var variant = opened.WasQuoted ? DrawflowVariant.DocumentInString : recognition.Variant;
        var root = opened.Root;
        string? rowStart = null;
        while (recognition.InnerText is { } inner)
        {
            var bytes = Encoding.UTF8.GetBytes(inner);
            if (textsInTexts-- == 0)
            {
                return Refuse(Recognition.Refused(DrawflowVariant.NotDrawflow, "a text within texts"));
            }

            if (new TextOpener(limits, _problems).Open(bytes) is not { } innerOpened)
            {
                return Unopened(bytes);
            }

            rowStart = NodeIdText.Of(root.Member("start_node_id")) ?? rowStart;
            root = innerOpened.Root;
            recognition = VariantRecognizer.Recognize(root);
        }

        return IsRefused(recognition.Variant)
            ? Refuse(recognition) with { Root = recognition.Variant == DrawflowVariant.LegacyFlowData ? root : default, RowStart = rowStart }
            : ReadModules(variant, recognition.Variant, opened.Root, root, recognition.Modules);
    }

    private DrawflowReading ReadModules(DrawflowVariant variant, DrawflowVariant shape, JsonElement original, JsonElement root, IReadOnlyList<ModuleSource> sources)
    {
        var count = sources.Sum(NodeCount);
        if (count > limits.MaxNodes)
        {
            Add(DocumentProblemCode.TooManyNodes, $"The document has {count} nodes; {limits.MaxNodes} are allowed.", "Split the flow into sub-flows.");
            return new DrawflowReading(Document: null, DrawflowVariant.Refused, _problems.ToList());
        }

        var incomplete = new IncompleteNodes();
        var reader = new ModuleReader(limits, _problems, incomplete);
        var document = new DrawflowDocument(variant, shape, original, root, [.. sources.Select(reader.Read)]);
        incomplete.Report(_problems);
        if (document.Home is null)
        {
            Add(DocumentProblemCode.NoHome, "The document has no module Home, the only one that starts; the editor fails to open it.", "Name the module that starts Home.");
        }

        return new DrawflowReading(document, variant, _problems.ToList());
    }

    private static int NodeCount(ModuleSource source) => source.Nodes.ValueKind switch
    {
        JsonValueKind.Object => source.Nodes.GetPropertyCount(),
        JsonValueKind.Array => source.Nodes.GetArrayLength(),
        _ => 0,
    };

    private DrawflowReading Refuse(Recognition recognition)
    {
        if (recognition.Variant == DrawflowVariant.Empty)
        {
            Add(DocumentProblemCode.Empty, "There is no flow yet.", "Draw one and save it.");
        }
        else
        {
            Add(
                DocumentProblemCode.NotDrawflow,
                recognition.LooksLike is null ? "The document is not a Drawflow export." : $"The document is not a Drawflow export; it looks like {recognition.LooksLike}.",
                recognition.Variant == DrawflowVariant.LegacyFlowData
                    ? "Convert it first: `flow import FILE -o OUT`."
                    : "Pass the editor's export: `editor.export()`.");
        }

        return new DrawflowReading(Document: null, recognition.Variant, _problems.ToList(), recognition.LooksLike);
    }

    private DrawflowReading Unopened(ReadOnlySpan<byte> text)
    {
        var problems = _problems.ToList();
        var notJson = problems.Any(p => p.Code == DocumentProblemCode.NotJson);
        return new DrawflowReading(
            Document: null,
            notJson ? DrawflowVariant.NotJson : DrawflowVariant.Refused,
            problems,
            notJson ? NotJsonGuess.Of(text) : null);
    }

    private static bool IsRefused(DrawflowVariant variant) =>
        variant is DrawflowVariant.Empty or DrawflowVariant.LegacyFlowData or DrawflowVariant.CallFlow or DrawflowVariant.NotDrawflow;

    private static bool IsBlank(ReadOnlySpan<byte> text) =>
        text.IndexOfAnyExcept("\uFEFF \t\r\n"u8) < 0;

    private void Add(DocumentProblemCode code, string message, string fix) =>
        _problems.Add(code, nodeId: null, string.Empty, message, fix);
}
