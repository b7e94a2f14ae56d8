using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using FlowEngine.Drawflow.Reading;

namespace FlowEngine.Drawflow.Importing;

/// <summary>One node's configuration while it is turned into ours: what was read of it, and what it becomes.</summary>
/// <param name="variables">Names that the flow's <c>collect_data</c> nodes store.</param>
internal sealed class LegacyConfig(LegacyNode node, IReadOnlySet<string> variables, ImportReport report)
{
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public LegacyNode Node => node;

    public IReadOnlySet<string> Variables => variables;

    /// <summary>The configuration in the imported flow.</summary>
    public JsonObject Data { get; } = [];

    /// <summary>Names that somebody asked for.</summary>
    public IReadOnlySet<string> Known => _known;

    /// <summary>Members that nobody asked for.</summary>
    public IEnumerable<JsonProperty> Unread => node.Config.EnumerateObject().Where(member => !_read.Contains(member.Name));

    public string PointerTo(string name) => JsonPointer.Append(node.ConfigPointer, name);

    public bool Has(string name) => node.Config.Member(name).IsPresent();

    /// <summary>The member, which counts as read; undefined where absent.</summary>
    public JsonElement Take(string name)
    {
        _known.Add(name);
        _read.Add(name);
        return node.Config.Member(name);
    }

    /// <summary>Counts as known but not as read: it is kept beside the configuration.</summary>
    public void Know(string name) => _known.Add(name);

    /// <summary>As it is, unless it is absent.</summary>
    public void Copy(string name, string? from = null)
    {
        if (Take(from ?? name) is { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) } value)
        {
            Data[name] = JsonNode.Parse(value.GetRawText());
        }
    }

    /// <summary>A number, brought within what our node type takes.</summary>
    public void CopyNumber(string name, decimal least, decimal most, string? from = null)
    {
        var source = from ?? name;
        var value = Take(source);
        if (!value.IsPresent() || value.Text() is "")
        {
            return;
        }

        if (!decimal.TryParse(value.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            Decide("not_a_number", PointerTo(source), $"{Shown.Of(value.ToString())} is not a number.", "The default is used: write the number.");
            return;
        }

        var within = Math.Clamp(number, least, most);
        if (within != number)
        {
            Warn("number_out_of_range", PointerTo(source), string.Create(CultureInfo.InvariantCulture, $"'{source}' is {number}; {least} to {most} are possible."), string.Create(CultureInfo.InvariantCulture, $"It is {within} now."));
        }

        Data[name] = within;
    }

    public void Note(string code, string pointer, string message, string done) =>
        report.Add(code, ImportSeverity.Note, node.Id, pointer, message, done);

    public void Warn(string code, string pointer, string message, string done) =>
        report.Add(code, ImportSeverity.Warning, node.Id, pointer, message, done);

    public void Decide(string code, string pointer, string message, string done) =>
        report.Add(code, ImportSeverity.Decision, node.Id, pointer, message, done);

    /// <summary>A member that is written under a name that the legacy engine did not read.</summary>
    public void Misspelt(string written, string meant) => Warn(
        "misspelt_key",
        PointerTo(written),
        $"{Shown.Of(written)} is not what the legacy engine read; it wanted {Shown.Of(meant)}.",
        $"It is taken as {Shown.Of(meant)}.");
}
