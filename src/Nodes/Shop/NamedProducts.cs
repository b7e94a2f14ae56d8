using System.Text.RegularExpressions;
using FlowEngine.Conversations;
using FlowEngine.Nodes.Common;
using FlowEngine.NodeTypes;
using FlowEngine.Text;

namespace FlowEngine.Nodes.Shop;

/// <summary>The products that the user's message names, in the order of the message.</summary>
internal static partial class NamedProducts
{
    private const int SearchDepth = 10;

    private const int MostParts = 5;

    public static async ValueTask<IReadOnlyList<Product>> FindAsync(NodeContext context, CancellationToken cancellationToken)
    {
        var named = new List<Product>();
        foreach (var part in Between().Split(context.UserMessage).Where(part => part.Any(char.IsLetterOrDigit)).Take(MostParts))
        {
            var text = new FoldedText(part);
            var found = await context.Ports.Catalog.SearchAsync(context.Tenant, new ProductQuery(part, null, SearchDepth), cancellationToken);
            named.AddRange(found.Where(product => ProductNames.IsAskedFor(product, text)));
        }

        return [.. named.DistinctBy(product => product.Id)];
    }

    [GeneratedRegex(
        @"\b(ile|ve|veya|mı|mi|mu|mü|vs|versus|and|or|with|to)\b|[,;&?]",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Between();
}
