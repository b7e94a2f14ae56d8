using System.Text.RegularExpressions;
using FlowEngine.Checking;

namespace FlowEngine.SampleExtension;

/// <summary>A text takes the shop's e-mail address from the tenant's settings, so that a change reaches every flow.</summary>
public sealed partial class WrittenContactRule : ICheckRule
{
    public IEnumerable<Finding> Check(FlowModel model) =>
        from found in model.Parts
        from text in found.Part.Localized?.ByLanguage.Values ?? []
        where Address().IsMatch(text.Source)
        select Finding.Warning(
            "sample_contact_written",
            found.Node.Id,
            found.Pointer,
            $"{found.Node.Name}: the text contains an e-mail address.",
            "Write {{tenant.email}} instead.");

    [GeneratedRegex(@"[\w.+-]+@[\w-]+\.\w", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}
