using FlowEngine.Moving.Rows;

namespace FlowEngine.Moving.Rules;

/// <summary>What is wrong with a message, by the row alone.</summary>
public static class MessageProblems
{
    public static IEnumerable<string> Of(LegacyRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var carried = MessageRule.Carry(row, DateTimeOffset.UnixEpoch);
        return carried.Refusal is { } refusal ? [refusal] : carried.Notes;
    }
}
