using System.Globalization;
using FlowEngine.Conversations;

namespace FlowEngine.Integrations.Offline;

/// <summary>Attributes of products as people read them: <c>lift_height_mm</c> 3000 is "lift height: 3000 mm".</summary>
internal static class AttributeText
{
    public static string Label(string name, ComparisonWording words)
    {
        var (bare, _) = Split(name, words);
        return words.AttributeNames.GetValueOrDefault(bare) ?? PlainText.Of(bare.Replace('_', ' '));
    }

    /// <summary>A dash where there is no value.</summary>
    public static string Value(string name, Value value, Wording wording)
    {
        var words = wording.Comparison;
        var text = value.Kind switch
        {
            ValueKind.Null => "–",
            ValueKind.Boolean => value.Boolean == true ? words.Yes : words.No,
            ValueKind.Number => Number(value, wording),
            ValueKind.Text => PlainText.Of(words.Values.GetValueOrDefault(value.Text!) ?? value.Text!),
            _ => PlainText.Of(value.ToString()),
        };
        return value.Kind == ValueKind.Number && Split(name, words).Unit is { } unit ? $"{text} {unit}" : text;
    }

    private static string Number(Value value, Wording wording) =>
        value.Number!.Value.ToString("0.####", CultureInfo.InvariantCulture).Replace(".", wording.DecimalPoint, StringComparison.Ordinal);

    private static (string Name, string? Unit) Split(string name, ComparisonWording words)
    {
        var at = name.LastIndexOf('_');
        return at > 0 && words.Units.TryGetValue(name[(at + 1)..], out var unit) ? (name[..at], unit) : (name, null);
    }
}
