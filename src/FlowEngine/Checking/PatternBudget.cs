using System.Text.Json;
using FlowEngine.NodeTypes;
using FlowEngine.Text;

namespace FlowEngine.Checking;

/// <summary>
/// Bounds what the regular expressions of a document cost together before they are read: each is compiled for matching in linear time,
/// which takes far longer than reading its text.
/// </summary>
internal sealed class PatternBudget
{
    /// <summary>Characters of all patterns, with repetition counts expanded.</summary>
    private const double Most = 20_000;
    private const double Least = 10;

    private double _spent;

    /// <summary>Null while the node's regular expressions are within the budget.</summary>
    public ConfigurationFault? Spend(JsonElement configuration)
    {
        var size = SizeIn(configuration);
        _spent += size;
        return size == 0 || _spent <= Most
            ? null
            : new("", $"The regular expressions of the flow have, with their counts written out, more than {Most} characters up to here.", "Use fewer or shorter ones; has_keyword needs none.")
            {
                Code = "too_many_patterns",
            };
    }

    private static double SizeIn(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => json.EnumerateArray().Sum(SizeIn),
        JsonValueKind.Object => OwnSize(json) + json.EnumerateObject().Sum(member =>
            member.Name.EndsWith("_regex", StringComparison.Ordinal) ? SizeOf(member.Value) : SizeIn(member.Value)),
        _ => 0,
    };

    /// <summary>The size of the object itself, if it is a comparison with a pattern.</summary>
    private static double OwnSize(JsonElement json) =>
        Is(json, "op", "matches") ? SizeOf(JsonText.Find(json, "right"))
        : Is(json, "condition_type", "regex") ? SizeOf(JsonText.Find(json, "value"))
        : 0;

    private static bool Is(JsonElement json, string name, string value) => JsonText.Of(JsonText.Find(json, name)) == value;

    /// <summary>0 for patterns that are too large on their own: binding rejects them without compiling them.</summary>
    private static double SizeOf(JsonElement pattern) =>
        JsonText.Of(pattern) is { Length: > 0 and <= SafePattern.MaxLength } text && PatternSize.Of(text) is <= SafePattern.MaxSize and var size
            ? Math.Max(Least, size)
            : 0;
}
