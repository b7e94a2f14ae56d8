using FlowEngine.Chat.Refusals;

namespace FlowEngine.Api.Flows;

/// <summary>What a flow may be called.</summary>
internal static class FlowName
{
    public const int MaxLength = 100;

    /// <summary>Words that are addresses beside the flows'.</summary>
    private static readonly HashSet<string> s_reserved = new(StringComparer.Ordinal) { "schema", "check" };

    /// <summary>What is wrong with the name, or null.</summary>
    public static FieldError? Fault(string name)
    {
        if (s_reserved.Contains(name))
        {
            return new("name", "reserved_name", $"A flow cannot be called '{name}': the word is taken.");
        }

        var isGood = name.Length is > 0 and <= MaxLength && name[0] != '-'
            && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
        return isGood
            ? null
            : new("name", "invalid_name", $"A flow's name has 1 to {MaxLength} of a-z, 0-9 and -, and does not begin with -.");
    }
}
