using FlowEngine.Conversations;

namespace FlowEngine.Text;

/// <summary>What templates and conditions are read with: the variables, and how this conversation writes numbers and dates.</summary>
/// <param name="language">The conversation's, two letters.</param>
/// <param name="tenantLanguages">Two letters each, the tenant's own first.</param>
/// <param name="currency">ISO 4217; where an amount names none.</param>
public sealed class TextScope(
    Variables variables, string language, IReadOnlyList<string> tenantLanguages, string currency, TimeZoneInfo timeZone)
{
    private FoldedText? _lastFolded;

    public Variables Variables { get; } = variables;

    public string Language { get; } = language;

    public IReadOnlyList<string> TenantLanguages { get; } = tenantLanguages;

    public string Currency { get; } = currency;

    public TimeZoneInfo TimeZone { get; } = timeZone;

    /// <summary>The text folded; the last one is remembered, as a row of tests mostly reads the same message.</summary>
    public FoldedText Fold(string text)
    {
        var last = _lastFolded;
        return last is not null && ReferenceEquals(last.Source, text) ? last : _lastFolded = new FoldedText(text);
    }
}
