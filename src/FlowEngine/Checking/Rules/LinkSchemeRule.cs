using FlowEngine.Text;
using FlowEngine.Text.Contacts;

namespace FlowEngine.Checking.Rules;

/// <summary>An address that is written in a flow has a scheme that a link may have. What a variable gives is looked at when it is shown.</summary>
internal sealed class LinkSchemeRule : ICheckRule
{
    public IEnumerable<Finding> Check(FlowModel model) =>
        from found in model.Parts
        where found.Part.IsLink
        from address in Addresses(found.Part.Value)
        where LinkAddress.IsRefused(address.Beginning, address.IsWhole)
        select Finding.Error(
            "link_scheme",
            found.Node.Id,
            found.Pointer,
            $"Links to '{address.Written}' are not allowed.",
            $"Use a complete address with {LinkAddress.Schemes}, or a path of the site.");

    private static IEnumerable<(string Written, string Beginning, bool IsWhole)> Addresses(object value) => value switch
    {
        LocalizedTemplate texts => texts.ByLanguage.Values.Select(text => (text.Source, text.Source.Split("{{")[0], text.IsLiteral)),
        string text => [(text, text.Split('{')[0], !text.Contains('{', StringComparison.Ordinal))],
        _ => [],
    };
}
