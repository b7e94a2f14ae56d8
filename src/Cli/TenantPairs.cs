using System.CommandLine.Parsing;
using System.Globalization;

namespace FlowEngine.Cli;

/// <summary>Options of the form <c>ID=VALUE</c>, where the id is that of a legacy tenant.</summary>
internal static class TenantPairs
{
    public static void Validate(OptionResult result, string name)
    {
        var seen = new HashSet<long>();
        foreach (var token in result.Tokens)
        {
            if (Read(token.Value) is not { } pair)
            {
                result.AddError($"{name} takes ID=VALUE with the tenant's number there, not '{token.Value}'.");
            }
            else if (!seen.Add(pair.Id))
            {
                result.AddError($"{name} names tenant {pair.Id} twice.");
            }
        }
    }

    public static IReadOnlyDictionary<long, string> Numbers(string[]? pairs) =>
        (pairs ?? []).Select(pair => Read(pair)!.Value).ToDictionary(pair => pair.Id, pair => pair.Value);

    private static (long Id, string Value)? Read(string text) =>
        text.Split('=', 2) is [var id, { Length: > 0 } value] && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (number, value)
            : null;
}
