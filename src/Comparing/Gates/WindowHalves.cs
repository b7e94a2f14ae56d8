namespace FlowEngine.Comparing.Gates;

/// <summary>A window in two halves of as many conversations, by when each began: no conversation is in both.</summary>
internal static class WindowHalves
{
    public static (GateInput Older, GateInput Newer) Of(GateInput window)
    {
        var begun = window.Turns.Select(turn => (Key: (turn.Tenant, turn.Conversation), turn.At))
            .Concat(window.Answered.Select(turn => (Key: (turn.Tenant, turn.Conversation), turn.At)))
            .GroupBy(turn => turn.Key, turn => turn.At)
            .Select(conversation => (conversation.Key, At: conversation.Min()))
            .OrderBy(conversation => conversation.At)
            .ThenBy(conversation => conversation.Key)
            .ToArray();
        var older = begun.Take(begun.Length / 2).Select(conversation => conversation.Key).ToHashSet();
        return (Part(window, older.Contains), Part(window, key => !older.Contains(key)));
    }

    private static GateInput Part(GateInput window, Predicate<(string, string)> isIn) => window with
    {
        Turns = [.. window.Turns.Where(turn => isIn((turn.Tenant, turn.Conversation)))],
        Answered = [.. window.Answered.Where(turn => isIn((turn.Tenant, turn.Conversation)))],
    };
}
